package dev.casesaudit.benchmark.section;

import dev.casesaudit.benchmark.micro.MicroBenchmarks;
import dev.casesaudit.benchmark.result.Result;
import dev.casesaudit.benchmark.result.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The cost of the parts of a request, measured with JMH. */
public final class Micro implements Section {

    private static final int WARM_UP_ROUNDS = 3;

    @Override
    public String name() {
        return "micro";
    }

    @Override
    public List<Result> measure(Bench bench) {
        List<Result> results = new ArrayList<>();
        for (RunResult run : run(bench)) {
            results.add(result(run));
        }
        return results;
    }

    private static Iterable<RunResult> run(Bench bench) {
        TimeValue second = TimeValue.seconds(1);
        try {
            return new Runner(new OptionsBuilder()
                            .include(MicroBenchmarks.class.getPackageName())
                            .jvm(bench.programs()
                                    .java()
                                    .resolve("bin")
                                    .resolve("java")
                                    .toString())
                            .forks(1)
                            .warmupIterations(WARM_UP_ROUNDS)
                            .warmupTime(second)
                            .measurementIterations(bench.options().rounds())
                            .measurementTime(second)
                            .shouldFailOnError(true)
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH: " + e.getMessage(), e);
        }
    }

    private static Result result(RunResult run) {
        List<IterationResult> rounds = run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .toList();
        BenchmarkParams params = run.getParams();
        String name = params.getBenchmark().replaceAll(".*\\.", "");
        Series figure = Series.of(
                name,
                run.getPrimaryResult().getScoreUnit().replace("us", "µs"),
                rounds,
                round -> round.getPrimaryResult().getScore());
        return new Result.Measured(inWords(name), figure, Optional.empty(), List.of());
    }

    // Turns makesAToken into "makes a token".
    private static String inWords(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
