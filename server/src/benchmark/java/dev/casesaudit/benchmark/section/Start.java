package dev.casesaudit.benchmark.section;

import dev.casesaudit.benchmark.load.Answer;
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

/** The time from the command to the first page, beside a bare Vert.x server, and the time of a run of the kit. */
public final class Start implements Section {

    /** The JDK that the limits apply to. */
    private static final int JAVA = 25;

    private static final String BOTH_WITH_CACHE = "start to the first 200, both with an AOT cache: against bare Vert.x";

    @Override
    public String name() {
        return "start";
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
        Optional<String> noCache = isJudged
                ? whyNot(bench, cache, cached, useCache)
                : Optional.of(String.format(Locale.ROOT, "needs a Java %d or newer: -Dbenchmark.java=HOME", JAVA));
        Answer answer = firstPage(bench);
        List<Bench.Turn<Double>> contestants = new ArrayList<>();
        contestants.add(() -> seconds(bench, Programs.MOCK));
        contestants.add(() -> bareSeconds(bench, answer));
        if (noCache.isEmpty()) {
            contestants.add(() -> seconds(bench, cached, useCache, compileQuickly));
            contestants.add(() -> seconds(bench, cached, useCache));
            String ofItsOwn = bareCache(bench, answer);
            contestants.add(() -> bareSeconds(bench, answer, ofItsOwn, compileQuickly));
        }
        List<List<Double>> starts = bench.inTurns(contestants);
        Series plain = new Series("mock", "s", starts.get(0));
        Series bare = new Series("bare Vert.x", "s", starts.get(1));
        String withCache = "start to the first 200, with the AOT cache: against bare Vert.x";
        return List.of(
                new Result.Measured(
                        "start to the first 200, plain: against bare Vert.x",
                        plain.over(bare, "mock to bare Vert.x"),
                        Limit.atMost(1.6),
                        plain,
                        bare),
                noCache.<Result>map(reason -> new Result.Skipped(withCache, reason))
                        .orElseGet(() -> {
                            Series withArchive = new Series("mock", "s", starts.get(2));
                            return new Result.Measured(
                                    withCache,
                                    withArchive.over(bare, "mock to bare Vert.x"),
                                    Limit.atMost(0.8),
                                    withArchive,
                                    new Series("with both compilers", "s", starts.get(3)));
                        }),
                noCache.<Result>map(reason -> new Result.Skipped(BOTH_WITH_CACHE, reason))
                        .orElseGet(() -> {
                            Series withArchive = new Series("mock", "s", starts.get(2));
                            Series bareWithArchive = new Series("bare Vert.x", "s", starts.get(4));
                            return new Result.Measured(
                                    BOTH_WITH_CACHE,
                                    withArchive.over(bareWithArchive, "mock to bare Vert.x"),
                                    Optional.empty(),
                                    List.of(withArchive, bareWithArchive));
                        }),
                kit(bench));
    }

    // Returns the option that makes a bare server start from an AOT cache, made by one that served a page.
    private static String bareCache(Bench bench, Answer answer) throws IOException, InterruptedException {
        Path cache = bench.programs().folder().resolve("bare.aot");
        Files.deleteIfExists(cache);
        bareSeconds(bench, answer, "-XX:AOTCacheOutput=" + cache);
        if (!Files.exists(cache)) {
            throw new IllegalStateException("a bare Vert.x server wrote no " + cache);
        }
        return "-XX:AOTCache=" + cache;
    }

    private static Result kit(Bench bench) throws IOException, InterruptedException {
        try (ServerProcess mock = bench.programs().mock(Bench.FIRST_PAGE)) {
            // Not counted: it writes the archive that the others start from, and warms the mock up.
            bench.programs().kit(mock);
            List<Double> runs = bench.inTurns(
                            List.<Bench.Turn<Double>>of(() -> bench.programs().kit(mock)))
                    .get(0);
            return new Result.Measured(
                    "a run of the kit by ./kit", new Series("run", "s", runs), Limit.atMost(4), new Series[0]);
        }
    }

    private static Answer firstPage(Bench bench) throws IOException, InterruptedException {
        // Not counted: it reads the program's files into the page cache.
        try (ServerProcess mock = bench.programs().mock(Bench.FIRST_PAGE)) {
            return Answer.of(mock, Bench.FIRST_PAGE);
        }
    }

    private static double bareSeconds(Bench bench, Answer answer, String... options)
            throws IOException, InterruptedException {
        try (ServerProcess bare = bench.programs().ceiling(answer, options)) {
            return bare.start().toMillis() / 1e3;
        }
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
