package dev.casesaudit.benchmark;

import dev.casesaudit.benchmark.load.Programs;
import dev.casesaudit.benchmark.load.Wrk;
import dev.casesaudit.benchmark.plan.NotReady;
import dev.casesaudit.benchmark.plan.Options;
import dev.casesaudit.benchmark.report.HistoryFile;
import dev.casesaudit.benchmark.report.HtmlPage;
import dev.casesaudit.benchmark.report.JsonFile;
import dev.casesaudit.benchmark.report.Table;
import dev.casesaudit.benchmark.result.Run;
import dev.casesaudit.benchmark.section.Bench;
import dev.casesaudit.benchmark.section.Depth;
import dev.casesaudit.benchmark.section.FixtureFiles;
import dev.casesaudit.benchmark.section.GeneratedHistory;
import dev.casesaudit.benchmark.section.Micro;
import dev.casesaudit.benchmark.section.Section;
import dev.casesaudit.benchmark.section.SmallHeap;
import dev.casesaudit.benchmark.section.Start;
import dev.casesaudit.benchmark.section.TailLatency;
import dev.casesaudit.benchmark.section.Throughput;
import dev.casesaudit.benchmark.section.Writes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One run: measures the selected sections one after the other, and writes the results in every form. */
record Benchmark(Options options, PrintStream out) {

    private static final List<Section> SECTIONS = List.of(
            new Throughput(),
            new TailLatency(),
            new Depth(),
            new Writes(),
            new GeneratedHistory(),
            new FixtureFiles(),
            new Start(),
            new SmallHeap(),
            new Micro());

    static final List<String> SECTION_NAMES =
            SECTIONS.stream().map(Section::name).toList();

    private static final Path FOLDER = Path.of("target", "benchmark");
    private static final Path HISTORY = Path.of("..", "docs", "benchmarks");

    void run() throws IOException, InterruptedException {
        requireMock();
        requireWrk();
        Files.createDirectories(FOLDER);
        Bench bench = new Bench(options, Programs.in(FOLDER, options.java()), new Wrk(FOLDER));
        Table table = new Table(out);
        Instant time = Instant.now();
        ProcessorTime begun = ProcessorTime.now();
        List<Run.Chapter> chapters = new ArrayList<>();
        for (Section section : SECTIONS) {
            if (options.sections().contains(section.name())) {
                Run.Chapter chapter = new Run.Chapter(section.name(), section.measure(bench));
                table.print(chapter);
                chapters.add(chapter);
                // Written after each section, so that an interrupted run keeps its results.
                write(new Run(time, Facts.of(options, begun), chapters));
            }
        }
        out.println("server/target/benchmark has report.html to read and results.json for machines.");
        if (options.isRecorded()) {
            Path page = HistoryFile.append(new Run(time, Facts.of(options, begun), chapters), HISTORY);
            out.printf(Locale.ROOT, "docs/benchmarks/%s has one section more.%n", page.getFileName());
        }
    }

    private static void write(Run run) throws IOException {
        JsonFile.write(run, FOLDER.resolve("results.json"));
        HtmlPage.write(run, FOLDER.resolve("report.html"));
    }

    private static void requireMock() {
        if (!Files.exists(Programs.MOCK)) {
            throw new NotReady("server/%s is missing: ./mvnw verify makes it".formatted(Programs.MOCK));
        }
    }

    private static void requireWrk() {
        try {
            Wrk.version();
        } catch (IOException e) {
            throw new NotReady(
                    "The benchmark drives the servers with wrk, which is not on the PATH. Debian and Ubuntu have it in"
                            + " the package wrk: apt-get install wrk");
        }
    }
}
