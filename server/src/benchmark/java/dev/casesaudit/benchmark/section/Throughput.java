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

/** Requests a second of the mock, compared with a ceiling for each kind of request. */
public final class Throughput implements Section {

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public List<Result> measure(Bench bench) throws IOException, InterruptedException {
        Request first = Bench.FIRST_PAGE;
        try (ServerProcess mock = bench.programs().mock(first)) {
            Request following =
                    first.following(Answer.of(mock, first).nextToken().orElseThrow());
            return List.of(
                    compare(bench, mock, "first page of 25", first, 0.85),
                    compare(bench, mock, "a following page, by token", following, 0.80),
                    compare(bench, mock, "one event, maxResults 1", first.ofSize(1), 0.80));
        }
    }

    private static Result compare(Bench bench, ServerProcess mock, String what, Request request, double limit)
            throws IOException, InterruptedException {
        Answer answer = Answer.of(mock, request);
        try (ServerProcess ceiling = bench.programs().ceiling(answer)) {
            List<List<Load>> loads =
                    bench.inTurns(List.of(bench.warmed(mock, request), bench.warmed(ceiling, request)));
            Series ofMock = Series.of("mock", "requests/s", loads.get(0), Load::perSecond);
            Series ofCeiling = Series.of("ceiling", "requests/s", loads.get(1), Load::perSecond);
            Series cpuOfMock = Series.of("CPU of the mock", "µs/request", loads.get(0), Load::cpuMicros);
            Series cpuOfCeiling = Series.of("CPU of the ceiling", "µs/request", loads.get(1), Load::cpuMicros);
            return new Result.Measured(
                    what + ": requests/s against the ceiling",
                    ofMock.over(ofCeiling, "mock to ceiling"),
                    Limit.atLeast(limit),
                    ofMock,
                    ofCeiling,
                    cpuOfMock,
                    cpuOfCeiling,
                    cpuOfMock.over(cpuOfCeiling, "CPU, mock to ceiling"),
                    Series.once("body", "bytes", answer.body().length()));
        }
    }
}
