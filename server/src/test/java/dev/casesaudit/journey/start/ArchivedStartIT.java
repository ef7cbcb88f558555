package dev.casesaudit.journey.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.reliability.LocalClient;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as users start it: it starts the mock in a second process, from an archive that the first start made. */
class ArchivedStartIT {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder;

    private final List<Started> started = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Started program : started) {
            program.process().destroyForcibly().waitFor();
        }
    }

    @Test
    void usesTheArchiveThatTheFirstStartMadeUnlessItIsDamaged() throws IOException, InterruptedException {
        Started first = start();
        terminate(first);
        Path archive = onlyArchive();

        Started second = start();
        assertThat(commandLine(second.mock())).contains("=" + archive);
        terminate(second);
        assertThat(log(second)).doesNotContain("archive", "arning");
        assertThat(onlyArchive()).isEqualTo(archive);

        damage(archive);
        Started third = start();
        assertThat(commandLine(third.mock())).doesNotContain("=" + archive);
        assertThat(log(third)).doesNotContain("arning", "rror");
        third.process().destroyForcibly();
        // Nobody is there to tell it.
        assertThat(hasEnded(third.mock())).isTrue();
    }

    @Test
    void startsInOneProcessWhereItCanKeepNoArchive() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("a-file"), "");

        assertThat(start("XDG_CACHE_HOME=" + file).mock().pid())
                .isEqualTo(started.get(0).process().pid());
        assertThat(log(started.get(0))).doesNotContain("arning", "rror", "a-file");
    }

    @Test
    void trustsNoArchiveThatOthersCanWrite() throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve("cache").resolve("cases-audit-mock"));
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(start().mock().pid()).isEqualTo(started.get(0).process().pid());
    }

    private Started start(String... variables) throws IOException, InterruptedException {
        Path ready = folder.resolve("ready-" + started.size() + ".json");
        Path log = folder.resolve("log-" + started.size());
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        PackagedMock.JAR.toString(),
                        "--port=0",
                        "--ready-file=" + ready)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("CASES_.*|QUARKUS_.*|J.*_OPTIONS"));
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        for (String variable : variables) {
            String[] parts = variable.split("=", 2);
            builder.environment().put(parts[0], parts[1]);
        }
        Process process = builder.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(ready)) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as(() -> "started: " + Files.exists(log))
                    .isTrue();
            // How long a start takes is the machine's business.
            Thread.sleep(20);
        }
        JsonNode file = LocalClient.json(Files.readString(ready));
        Started program =
                new Started(process, ProcessHandle.of(file.path("pid").asLong()).orElseThrow(), log);
        started.add(program);
        return program;
    }

    private static void terminate(Started program) throws IOException, InterruptedException {
        program.process().destroy();
        assertThat(program.process().waitFor(60, TimeUnit.SECONDS))
                .as(log(program))
                .isTrue();
        assertThat(program.process().exitValue()).isEqualTo(TERMINATED);
        assertThat(program.mock().isAlive()).isFalse();
    }

    private static boolean hasEnded(ProcessHandle process) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (process.isAlive() && System.nanoTime() < deadline) {
            // A process of somebody else has no event for its end.
            Thread.sleep(20);
        }
        return !process.isAlive();
    }

    private static String commandLine(ProcessHandle process) {
        return String.join(" ", process.info().arguments().orElse(new String[0]));
    }

    private Path onlyArchive() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache").resolve("cases-audit-mock"))) {
            List<Path> all = files.toList();
            assertThat(all)
                    .singleElement()
                    .satisfies(file -> assertThat(file.toString()).endsWith(".archive"));
            return all.get(0);
        }
    }

    private static void damage(Path archive) throws IOException {
        assertThat(archive.toFile().setWritable(true)).isTrue();
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(String.format(Locale.ROOT, "%04096d", 0).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String log(Started program) throws IOException {
        return Files.readString(program.log(), StandardCharsets.UTF_8);
    }

    /**
     * A program that serves.
     *
     * @param process that was started
     * @param mock that serves
     */
    private record Started(Process process, ProcessHandle mock, Path log) {}
}
