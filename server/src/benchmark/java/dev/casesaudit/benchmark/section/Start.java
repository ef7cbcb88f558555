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
import java.util.List;
import java.util.Optional;

/** The time from the command to the first page, beside a bare Vert.x server, and the time of a run of the kit. */
public final class Start implements Section {

    // As in docs/running.md: on two cores, C2 would occupy one.
    private static final String COMPILE_QUICKLY = "-XX:TieredStopAtLevel=1";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Result> measure(Bench bench) throws IOException, InterruptedException {
        Programs programs = bench.programs();
        Answer answer = firstPage(bench);
        String bareArchive = bareArchive(bench, answer);
        // Not counted: its end makes the archive.
        programs.archivedMock(Bench.FIRST_PAGE).close();
        List<List<Double>> starts = bench.inTurns(List.<Bench.Turn<Double>>of(
                () -> seconds(programs.mock(Bench.FIRST_PAGE)),
                () -> seconds(programs.ceiling(answer)),
                () -> seconds(programs.archivedMock(Bench.FIRST_PAGE, COMPILE_QUICKLY)),
                () -> seconds(programs.archivedMock(Bench.FIRST_PAGE)),
                () -> seconds(programs.ceiling(answer, bareArchive, COMPILE_QUICKLY))));
        Series plain = new Series("mock", "s", starts.get(0));
        Series bare = new Series("bare Vert.x", "s", starts.get(1));
        Series archived = new Series("mock with its archive", "s", starts.get(2));
        Series bothCompilers = new Series("with both compilers", "s", starts.get(3));
        Series bareArchived = new Series("bare Vert.x with an archive", "s", starts.get(4));
        return List.of(
                new Result.Measured(
                        "start to the first 200, plain: against bare Vert.x",
                        plain.over(bare, "mock to bare Vert.x"),
                        Limit.atMost(1.6),
                        plain,
                        bare),
                new Result.Measured(
                        "start to the first 200, with its archive: against bare Vert.x",
                        archived.over(bare, "mock to bare Vert.x"),
                        Limit.atMost(0.8),
                        archived,
                        bothCompilers),
                new Result.Measured(
                        "start to the first 200, both with an archive: against bare Vert.x",
                        archived.over(bareArchived, "mock to bare Vert.x"),
                        Optional.empty(),
                        List.of(archived, bareArchived)),
                kit(bench));
    }

    // Returns the option that makes a bare server start from an archive, made by one that served a page.
    private static String bareArchive(Bench bench, Answer answer) throws IOException, InterruptedException {
        boolean hasAotCaches = bench.options().javaFeature() >= 25;
        Path archive = bench.programs().folder().resolve("bare.archive");
        Files.deleteIfExists(archive);
        bench.programs()
                .ceiling(answer, (hasAotCaches ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive)
                .close();
        if (!Files.exists(archive)) {
            throw new IllegalStateException("a bare Vert.x server wrote no " + archive);
        }
        return (hasAotCaches ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive;
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

    private static double seconds(ServerProcess server) throws IOException {
        try (server) {
            return server.start().toMillis() / 1e3;
        }
    }
}
