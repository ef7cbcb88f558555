package dev.casesaudit.benchmark.section;

import dev.casesaudit.benchmark.load.HistoryWalk;
import dev.casesaudit.benchmark.load.Load;
import dev.casesaudit.benchmark.load.Request;
import dev.casesaudit.benchmark.load.ServerProcess;
import dev.casesaudit.benchmark.result.Limit;
import dev.casesaudit.benchmark.result.Result;
import dev.casesaudit.benchmark.result.Series;
import java.io.IOException;
import java.util.List;

/** Whether pages deep in a history cost more. */
public final class Depth implements Section {

    @Override
    public String name() {
        return "depth";
    }

    @Override
    public List<Result> measure(Bench bench) throws IOException, InterruptedException {
        int events = bench.options().events();
        Request first = Bench.largeFirstPage();
        try (ServerProcess mock = bench.largeHistory(first)) {
            Request last = HistoryWalk.through(mock, first, events).last();
            List<List<Load>> loads = bench.inTurns(List.of(bench.warmed(mock, first), bench.warmed(mock, last)));
            Series ofFirst = Series.of("CPU, first page", "µs/request", loads.get(0), Load::cpuMicros);
            Series ofLast = Series.of("CPU, last page", "µs/request", loads.get(1), Load::cpuMicros);
            return List.of(new Result.Measured(
                    "last page of %s against the first, CPU per request".formatted(bench.largeEvents()),
                    ofLast.over(ofFirst, "last to first"),
                    Limit.atMost(1.10),
                    ofFirst,
                    ofLast,
                    Series.of("first page", "requests/s", loads.get(0), Load::perSecond),
                    Series.of("last page", "requests/s", loads.get(1), Load::perSecond)));
        }
    }
}
