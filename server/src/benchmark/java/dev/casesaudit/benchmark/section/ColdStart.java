package dev.casesaudit.benchmark.section;

import dev.casesaudit.benchmark.load.Programs;
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
import java.util.Optional;

/** The time from the command to the first page. */
public final class ColdStart implements Section {

    /** The JDK that the limits apply to. */
    private static final int JAVA = 25;

    @Override
    public String name() {
        return "cold-start";
    }

    @Override
    public List<Result> measure(Bench bench) throws IOException, InterruptedException {
        Path cache = bench.options().aotCache();
        // Beside its cache, which fits no other package.
        Path cached = cache.resolveSibling("quarkus-run.jar");
        String useCache = "-XX:AOTCache=" + cache;
        // As in docs/running.md: on two cores, C2 would occupy one.
        String compileQuickly = "-XX:TieredStopAtLevel=1";
        boolean isJudged = bench.options().javaFeature() >= JAVA;
        // Not counted: it reads the program's files into the page cache.
        seconds(bench, Programs.MOCK);
        Optional<String> noCache = isJudged
                ? whyNot(bench, cache, cached, useCache)
                : Optional.of(String.format(Locale.ROOT, "needs a Java %d or newer: -Dbenchmark.java=HOME", JAVA));
        List<Bench.Turn<Double>> contestants = new ArrayList<>();
        contestants.add(() -> seconds(bench, Programs.MOCK));
        if (noCache.isEmpty()) {
            contestants.add(() -> seconds(bench, cached, useCache, compileQuickly));
            contestants.add(() -> seconds(bench, cached, useCache));
        }
        List<List<Double>> starts = bench.inTurns(contestants);
        Result plain = new Result.Measured(
                "cold start to the first 200, plain",
                new Series("start", "s", starts.get(0)),
                isJudged ? Optional.of(Limit.atMost(0.9)) : Optional.empty(),
                List.of());
        String withCache = "cold start to the first 200, with the AOT cache";
        return List.of(
                plain,
                noCache.<Result>map(reason -> new Result.Skipped(withCache, reason))
                        .orElseGet(() -> new Result.Measured(
                                withCache,
                                new Series("start", "s", starts.get(1)),
                                Limit.atMost(0.5),
                                new Series("with both compilers", "s", starts.get(2)))));
    }

    // Java only warns about a cache that it cannot use, and starts without it.
    private static Optional<String> whyNot(Bench bench, Path cache, Path jar, String useCache)
            throws IOException, InterruptedException {
        if (!Files.exists(cache)) {
            return Optional.of("there is no server/%s: ./mvnw -pl server -am -Paot verify makes it".formatted(cache));
        }
        try (ServerProcess mock = bench.programs().mock(jar, Bench.FIRST_PAGE, useCache)) {
            return mock.log().stream()
                    .filter(line -> line.contains("[aot"))
                    .findFirst()
                    .map(line -> "the cache does not fit: " + line);
        }
    }

    private static double seconds(Bench bench, Path jar, String... options) throws IOException, InterruptedException {
        try (ServerProcess mock = bench.programs().mock(jar, Bench.FIRST_PAGE, options)) {
            return mock.start().toMillis() / 1e3;
        }
    }
}
