package dev.casesaudit.benchmark.section;

import dev.casesaudit.benchmark.load.Answer;
import dev.casesaudit.benchmark.load.Load;
import dev.casesaudit.benchmark.load.Request;
import dev.casesaudit.benchmark.load.ServerProcess;
import dev.casesaudit.benchmark.load.Wrk;
import dev.casesaudit.benchmark.result.Limit;
import dev.casesaudit.benchmark.result.Result;
import dev.casesaudit.benchmark.result.Series;
import java.io.IOException;
import java.util.List;

/** The 99th percentile of the response time at half of a server's peak load. */
public final class TailLatency implements Section {

    private static final double CLOSE_ENOUGH = 0.03;
    private static final int MOST_TRIES = 8;

    // More connections would be another kind of load.
    private static final int MOST_CONNECTIONS = 4_000;

    @Override
    public String name() {
        return "tail";
    }

    @Override
    public List<Result> measure(Bench bench) throws IOException, InterruptedException {
        Request request = Bench.FIRST_PAGE;
        try (ServerProcess mock = bench.programs().mock(request);
                ServerProcess ceiling = bench.programs().ceiling(Answer.of(mock, request))) {
            List<List<Load>> full = bench.inTurns(List.of(bench.warmed(mock, request), bench.warmed(ceiling, request)));
            List<List<Load>> half = bench.inTurns(
                    List.of(atHalf(bench, mock, request, full.get(0)), atHalf(bench, ceiling, request, full.get(1))));
            Series ofMock = Series.of("p99 of the mock", "µs", half.get(0), Load::p99Micros);
            Series ofCeiling = Series.of("p99 of the ceiling", "µs", half.get(1), Load::p99Micros);
            return List.of(new Result.Measured(
                    "p99 at half of the own maximum, against the ceiling's",
                    ofMock.over(ofCeiling, "mock to ceiling"),
                    Limit.atMost(2),
                    ofMock,
                    ofCeiling,
                    Series.of("most of the mock", "requests/s", full.get(0), Load::perSecond),
                    Series.of("most of the ceiling", "requests/s", full.get(1), Load::perSecond),
                    Series.of("load of the mock", "requests/s", half.get(0), Load::perSecond),
                    Series.of("load of the ceiling", "requests/s", half.get(1), Load::perSecond)));
        }
    }

    // Adds connections until the load is half of the peak: responses take longer under load.
    private static Bench.Turn<Load> atHalf(Bench bench, ServerProcess server, Request request, List<Load> full)
            throws IOException {
        double half = Series.of("most", "requests/s", full, Load::perSecond).median() / 2;
        int connections = Wrk.pacedConnections(half);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            double got = bench.wrk()
                    .paced(server, request, connections, bench.options().warmUp())
                    .perSecond();
            if (Math.abs(got / half - 1) <= CLOSE_ENOUGH) {
                break;
            }
            connections = (int) Math.max(1, Math.min(MOST_CONNECTIONS, Math.round(connections * half / got)));
        }
        int enough = connections;
        return () -> bench.wrk().paced(server, request, enough, bench.options().round());
    }
}
