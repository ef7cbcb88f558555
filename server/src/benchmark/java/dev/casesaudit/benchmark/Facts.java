package dev.casesaudit.benchmark;

import dev.casesaudit.benchmark.load.Programs;
import dev.casesaudit.benchmark.load.Wrk;
import dev.casesaudit.benchmark.plan.Options;
import dev.casesaudit.benchmark.result.Run.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The facts about machine and run without which the figures mean nothing. */
final class Facts {

    private static final Pattern CPU_MODEL = Pattern.compile("(?m)^model name\\s*: (.*)$");
    private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s+(\\d+) kB");

    private Facts() {}

    static List<Fact> of(Options options, ProcessorTime begun) throws IOException {
        return List.of(
                new Fact("commit", commit()),
                new Fact(
                        "Java",
                        options.javaRelease("JAVA_RUNTIME_VERSION") + ", " + options.javaRelease("IMPLEMENTOR")),
                new Fact("processor", first(CPU_MODEL, "/proc/cpuinfo") + ", " + cores()),
                new Fact("memory", memory()),
                new Fact("system", System.getProperty("os.name") + " " + System.getProperty("os.version")),
                new Fact(
                        "taken by the host meanwhile",
                        String.format(
                                Locale.ROOT,
                                "%d %% of the processors' time",
                                ProcessorTime.now().percentTakenSince(begun))),
                new Fact("load", Wrk.version().replaceAll(" Copyright.*", "")),
                new Fact(
                        "rounds",
                        String.format(
                                Locale.ROOT,
                                "%d of %d s, after loads of %d s until they got no faster",
                                options.rounds(),
                                options.round().toSeconds(),
                                options.warmUp().toSeconds())));
    }

    private static String memory() throws IOException {
        double kibibytes = Double.parseDouble(first(MEMORY, "/proc/meminfo"));
        return String.format(Locale.ROOT, "%.1f GB", kibibytes * 1024 / 1e9);
    }

    private static String cores() {
        int cores = Runtime.getRuntime().availableProcessors();
        return cores == 1 ? "1 core" : cores + " cores";
    }

    private static String commit() {
        try {
            String commit = Programs.outputOf(List.of("git", "rev-parse", "--short=12", "HEAD"))
                    .strip();
            // Figures that an earlier run appended do not change what is measured.
            String changes = Programs.outputOf(List.of(
                    "git",
                    "status",
                    "--porcelain",
                    "--untracked-files=no",
                    "--",
                    ":/",
                    ":(top,exclude)docs/benchmarks"));
            return changes.isBlank() ? commit : commit + ", with changes";
        } catch (IOException noGit) {
            return "not known: no git here";
        }
    }

    private static String first(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(Path.of(file)))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("not known");
    }
}
