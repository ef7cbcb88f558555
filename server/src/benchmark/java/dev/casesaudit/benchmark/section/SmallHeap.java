package dev.casesaudit.benchmark.section;

import dev.casesaudit.benchmark.load.Load;
import dev.casesaudit.benchmark.load.Request;
import dev.casesaudit.benchmark.load.ServerProcess;
import dev.casesaudit.benchmark.result.Limit;
import dev.casesaudit.benchmark.result.Result;
import dev.casesaudit.benchmark.result.Series;
import java.io.IOException;
import java.util.List;

/** Whether the mock performs as well with a small heap. */
public final class SmallHeap implements Section {

    private static final String LITTLE = "-Xmx128m";

    @Override
    public String name() {
        return "small-heap";
    }

    @Override
    public List<Result> measure(Bench bench) throws IOException, InterruptedException {
        Request request = Bench.FIRST_PAGE;
        try (ServerProcess small = bench.programs().mock(request, LITTLE);
                ServerProcess usual = bench.programs().mock(request)) {
            List<List<Load>> loads = bench.inTurns(List.of(bench.warmed(small, request), bench.warmed(usual, request)));
            Series ofSmall = Series.of("with " + LITTLE, "requests/s", loads.get(0), Load::perSecond);
            Series ofUsual = Series.of("with the heap that Java chooses", "requests/s", loads.get(1), Load::perSecond);
            return List.of(
                    new Result.Measured(
                            LITTLE + ": resident memory after the load",
                            Series.once("with " + LITTLE, "MB", small.residentMegabytes()),
                            Limit.atMost(220),
                            Series.once("with the heap that Java chooses", "MB", usual.residentMegabytes())),
                    new Result.Measured(
                            LITTLE + ": requests/s against the heap that Java chooses",
                            ofSmall.over(ofUsual, "small to usual"),
                            Limit.atLeast(0.90),
                            ofSmall,
                            ofUsual));
        }
    }
}
