package dev.casesaudit.benchmark;

import dev.casesaudit.benchmark.plan.NotReady;
import dev.casesaudit.benchmark.plan.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Measures the packaged mock. A missed limit is reported, and does not fail the run. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            new Benchmark(Options.of(System.getProperties(), Benchmark.SECTION_NAMES), out).run();
        } catch (NotReady e) {
            out.println(e.getMessage());
            System.exit(1);
        }
    }
}
