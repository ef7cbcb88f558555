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
import java.util.stream.Stream;

/** How fast large fixture files are loaded, what memory that takes, and whether anybody can see it happen. */
public final class FixtureFiles implements Section {

    private static final String LOADED = "Loaded ";
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
        List<List<Start>> starts = bench.inTurns(List.of(
                () -> start(bench, request, "-Dcases.fixtures=" + folder), () -> start(bench, Bench.FIRST_PAGE)));
        List<Start> large = starts.get(0);
        Series seconds = Series.of("start with the files", "s", large, Start::seconds);
        Series otherwise = Series.of("start with the seeded world", "s", starts.get(1), Start::seconds);
        List<Double> speeds = new ArrayList<>();
        for (int round = 0; round < large.size(); round++) {
            double loading = seconds.rounds().get(round) - otherwise.rounds().get(round);
            // Loading may take less than starts differ by, where little is loaded.
            speeds.add(megabytes / Math.max(loading, 0.001));
        }
        String what = "%d MB of %s fixtures: ".formatted(megabytes, text);
        return List.of(
                new Result.Measured(
                        what + "loaded", new Series("speed", "MB/s", speeds), Limit.atLeast(40), seconds, otherwise),
                new Result.Measured(
                        what + "peak of resident memory against their size",
                        Series.of("peak to size", "×", large, start -> start.peakMegabytes() / megabytes),
                        Limit.atMost(2),
                        Series.of("peak with the files", "MB", large, Start::peakMegabytes),
                        Series.of("peak with the seeded world", "MB", starts.get(1), Start::peakMegabytes)),
                new Result.Measured(
                        what + "lines that show progress",
                        Series.of("progress", "lines", large, Start::progressLines),
                        Limit.atLeast(1)));
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
