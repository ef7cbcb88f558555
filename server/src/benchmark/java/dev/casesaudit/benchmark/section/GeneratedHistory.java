package dev.casesaudit.benchmark.section;

import dev.casesaudit.benchmark.load.HistoryWalk;
import dev.casesaudit.benchmark.load.Request;
import dev.casesaudit.benchmark.load.ServerProcess;
import dev.casesaudit.benchmark.result.Limit;
import dev.casesaudit.benchmark.result.Result;
import dev.casesaudit.benchmark.result.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How soon a large generated history is served, and how much memory it needs. */
public final class GeneratedHistory implements Section {

    // The last line of a class histogram, with all live objects and their size.
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    @Override
    public String name() {
        return "generated";
    }

    @Override
    public List<Result> measure(Bench bench) throws IOException, InterruptedException {
        int events = bench.options().events();
        Request first = Bench.largeFirstPage();
        List<Double> seconds = new ArrayList<>();
        List<Double> heaps = new ArrayList<>();
        double encoded = 0;
        for (int round = 0; round < bench.options().rounds(); round++) {
            try (ServerProcess mock = bench.largeHistory(first)) {
                seconds.add(mock.start().toMillis() / 1e3);
                heaps.add(heapMegabytes(bench, mock));
                // The same in each round, since the seed is the same.
                encoded = round == 0 ? HistoryWalk.through(mock, first, events).eventBytes() / 1e6 : encoded;
            }
        }
        double megabytes = encoded;
        Series heap = new Series("heap that is reachable", "MB", heaps);
        return List.of(
                new Result.Measured(
                        bench.largeEvents() + " generated: from the command to the first 200",
                        new Series("start", "s", seconds),
                        Limit.atMost(4)),
                new Result.Measured(
                        bench.largeEvents() + " generated: heap against the encoded bytes",
                        Series.of("heap to encoded bytes", "×", heaps, each -> each / megabytes),
                        Limit.atMost(1.3),
                        heap,
                        Series.once("encoded", "MB", megabytes)));
    }

    private static double heapMegabytes(Bench bench, ServerProcess mock) throws IOException {
        String histogram = bench.programs().run("jcmd", String.valueOf(mock.pid()), "GC.class_histogram");
        return TOTAL.matcher(histogram)
                        .results()
                        .mapToDouble(total -> Double.parseDouble(total.group(1)))
                        .findFirst()
                        .orElseThrow()
                / 1e6;
    }
}
