package dev.casesaudit.benchmark.section;

import dev.casesaudit.benchmark.load.Request;
import dev.casesaudit.benchmark.load.ServerProcess;
import dev.casesaudit.benchmark.result.Limit;
import dev.casesaudit.benchmark.result.Result;
import dev.casesaudit.benchmark.result.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How fast large fixture files are loaded, how much memory that needs, and whether the log shows the progress. */
public final class FixtureFiles implements Section {

    private static final String LOADED = "Loaded ";

    // The mock's own needs in MB, for small files.
    private static final int SMALLEST_HEAP = 64;

    private static final String PROGRESS = ".*\\d MB.*";

    @Override
    public String name() {
        return "fixtures";
    }

    @Override
    public List<Result> measure(Bench bench) throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        for (FixtureText text : FixtureText.values()) {
            Path folder = text.write(bench.programs().folder(), bench.options().megabytes());
            try {
                results.addAll(measure(bench, text, folder));
            } finally {
                delete(folder);
            }
        }
        return results;
    }

    private static List<Result> measure(Bench bench, FixtureText text, Path folder)
            throws IOException, InterruptedException {
        int megabytes = bench.options().megabytes();
        Request request = Request.firstPage(text.firstDomain(), "large");
        String files = "-Dcases.fixtures=" + folder;
        String heap = String.format(Locale.ROOT, "-Xmx%dm", Math.max(SMALLEST_HEAP, 2 * megabytes));
        List<List<Start>> starts = bench.inTurns(List.of(
                () -> start(bench, request, files),
                () -> start(bench, request, heap, files),
                () -> start(bench, Bench.FIRST_PAGE)));
        List<Start> large = starts.get(0);
        List<Start> narrow = starts.get(1);
        List<Start> otherwise = starts.get(2);
        String what = String.format(Locale.ROOT, "%d MB of %s fixtures: ", megabytes, text);
        return List.of(
                new Result.Measured(
                        what + "loaded",
                        speed(megabytes, large, otherwise),
                        Limit.atLeast(40),
                        Series.of("start with the files", "s", large, Start::seconds),
                        Series.of("start with the seeded world", "s", otherwise, Start::seconds)),
                new Result.Measured(
                        what + "loaded in a heap of twice their size (%s)".formatted(heap),
                        speed(megabytes, narrow, otherwise),
                        Limit.atLeast(40),
                        Series.of("start with the files", "s", narrow, Start::seconds),
                        Series.of("peak of resident memory", "MB", narrow, Start::peakMegabytes)),
                new Result.Measured(
                        what + "peak of resident memory against their size, with the heap that Java chooses",
                        Series.of("peak to size", "×", large, start -> start.peakMegabytes() / megabytes),
                        Limit.atMost(2),
                        Series.of("peak with the files", "MB", large, Start::peakMegabytes),
                        Series.of("peak with the seeded world", "MB", otherwise, Start::peakMegabytes)),
                new Result.Measured(
                        what + "lines that show progress",
                        Series.of("progress", "lines", large, Start::progressLines),
                        Limit.atLeast(1)));
    }

    private static Series speed(int megabytes, List<Start> large, List<Start> otherwise) {
        List<Double> speeds = new ArrayList<>();
        for (int round = 0; round < large.size(); round++) {
            double loading = large.get(round).seconds() - otherwise.get(round).seconds();
            // With little to load, the difference between starts may exceed the time of the load.
            speeds.add(megabytes / Math.max(loading, 0.001));
        }
        return new Series("speed", "MB/s", speeds);
    }

    private static Start start(Bench bench, Request request, String... options)
            throws IOException, InterruptedException {
        try (ServerProcess mock = bench.programs().mock(request, options)) {
            long progress = mock.log().stream()
                    .takeWhile(line -> !line.contains(LOADED))
                    .filter(line -> line.matches(PROGRESS))
                    .count();
            return new Start(mock.start().toMillis() / 1e3, mock.peakMegabytes(), progress);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private record Start(double seconds, double peakMegabytes, double progressLines) {}
}
