package dev.casesaudit.benchmark.section;

import dev.casesaudit.benchmark.load.Answer;
import dev.casesaudit.benchmark.load.Load;
import dev.casesaudit.benchmark.load.Request;
import dev.casesaudit.benchmark.load.ServerProcess;
import dev.casesaudit.benchmark.result.Limit;
import dev.casesaudit.benchmark.result.Result;
import dev.casesaudit.benchmark.result.Series;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Operations that write, and pages of a history that they have made. */
public final class Writes implements Section {

    private static final String DOMAIN = "/domains/contact-center/cases";
    private static final String CONTROL = "/_mock/domains/contact-center/cases/";
    private static final String CASE_ID = "\"caseId\":\"";

    private static final Request CREATE = new Request(DOMAIN, """
            {"templateId": "template-general", "fields": [{"id": "title", "value": {"stringValue": "Parcel NUMBER"}},
             {"id": "customer_id", "value": {"stringValue": "arn:aws:profile:us-east-1:111122223333:domains/d/profiles/p"}}]}
            """);

    // For all cases of a load; a mock with less would refuse some.
    private static final String[] ROOM = {"-Xmx3g", "-Dcases.control.cases=1000000"};

    // More than two pages.
    private static final int EDITS = 60;

    @Override
    public String name() {
        return "writes";
    }

    @Override
    public List<Result> measure(Bench bench) throws IOException, InterruptedException {
        try (ServerProcess mock = bench.programs().mock(Bench.FIRST_PAGE, ROOM)) {
            return List.of(
                    earned(bench, mock),
                    compare(bench, mock, "CreateCase", CREATE),
                    compare(bench, mock, "UpdateCase", update("case-one-event", Request.NUMBER)));
        }
    }

    private static Result earned(Bench bench, ServerProcess mock) throws IOException, InterruptedException {
        String created = Answer.of(mock, CREATE).body();
        int id = created.indexOf(CASE_ID) + CASE_ID.length();
        String caseId = created.substring(id, created.indexOf('"', id));
        for (int edit = 0; edit < EDITS; edit++) {
            Answer.of(mock, update(caseId, String.valueOf(edit)));
        }
        String events =
                Answer.of(mock, new Request("GET", CONTROL + caseId, "")).body();
        Answer.of(mock, new Request("PUT", CONTROL + "seeded", events));
        List<List<Load>> loads = bench.inTurns(List.of(
                bench.warmed(mock, Request.firstPage("contact-center", caseId)),
                bench.warmed(mock, Request.firstPage("contact-center", "seeded"))));
        Series ofEarned = Series.of("CPU, earned", "µs/request", loads.get(0), Load::cpuMicros);
        Series ofSeeded = Series.of("CPU, seeded", "µs/request", loads.get(1), Load::cpuMicros);
        return new Result.Measured(
                "first page of an earned history against the same events seeded, CPU per request",
                ofEarned.over(ofSeeded, "earned to seeded"),
                Limit.atMost(1.10),
                ofEarned,
                ofSeeded,
                Series.of("earned", "requests/s", loads.get(0), Load::perSecond),
                Series.of("seeded", "requests/s", loads.get(1), Load::perSecond));
    }

    private static Request update(String caseId, String number) {
        return new Request(
                "PUT",
                DOMAIN + '/' + caseId,
                "{\"fields\": [{\"id\": \"title\", \"value\": {\"stringValue\": \"Parcel " + number + "\"}}]}");
    }

    private static Result compare(Bench bench, ServerProcess mock, String what, Request request)
            throws IOException, InterruptedException {
        try (ServerProcess ceiling = bench.programs().ceiling(Answer.of(mock, request))) {
            Bench.Turn<Load> writes = bench.warmed(mock, request);
            List<List<Load>> loads = bench.inTurns(List.of(
                    () -> {
                        // So that no round has more of a world than another.
                        Answer.of(mock, new Request("DELETE", "/_mock/state", ""));
                        return writes.take();
                    },
                    bench.warmed(ceiling, request)));
            Series ofMock = Series.of("mock", "requests/s", loads.get(0), Load::perSecond);
            Series ofCeiling = Series.of("ceiling", "requests/s", loads.get(1), Load::perSecond);
            return new Result.Measured(
                    what + ": requests/s against the ceiling",
                    ofMock.over(ofCeiling, "mock to ceiling"),
                    Optional.empty(),
                    List.of(
                            ofMock,
                            ofCeiling,
                            Series.of("CPU of the mock", "µs/request", loads.get(0), Load::cpuMicros),
                            Series.of("99th percentile of the mock", "µs", loads.get(0), Load::p99Micros)));
        }
    }
}
