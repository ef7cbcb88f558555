package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.http.EndlessServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program in a small heap, against targets that want to keep it or to exhaust it: it ends in time, with its reports. All run at
 * once, since most of their time is the start of Java, and waiting.
 */
class HostileTargetsIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String OK = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

    // The machine may be busy; without deadlines it would be minutes, or never.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    /** What a target sends, and the exit code that it is worth. */
    private record Hostile(String name, String beginning, String rest, Duration pause, int code) {}

    private static List<Hostile> targets() {
        return List.of(
                new Hostile("body-without-end", OK + "\r\n", "a".repeat(65_536), Duration.ZERO, 1),
                new Hostile("headers-without-end", OK, "x-a: b\r\n".repeat(1_000), Duration.ZERO, 1),
                new Hostile("as-many-headers-as-may-be", OK + headers(), " ", Duration.ofDays(1), 1),
                new Hostile("body-byte-by-byte", OK + "\r\n", " ", Duration.ofMillis(100), 1),
                new Hostile("no-http", "SSH-2.0-OpenSSH_9.6\r\n", "\0\1\2\3", Duration.ofMillis(100), 3));
    }

    private static String headers() {
        return "connection: close\r\n" + "a:b\r\n".repeat(9_000) + "content-length: 18\r\n\r\n{\"auditEvents\":[]}";
    }

    @Test
    void everyRunEndsInTimeWithItsReports() throws IOException, InterruptedException {
        List<EndlessServer> servers = new ArrayList<>();
        List<Process> runs = new ArrayList<>();
        try {
            for (Hostile one : targets()) {
                EndlessServer server = new EndlessServer(one.beginning(), one.rest(), one.pause());
                servers.add(server);
                runs.add(start(one, server));
            }
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (Process run : runs) {
                run.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            SoftAssertions.assertSoftly(softly -> {
                for (int i = 0; i < runs.size(); i++) {
                    requireEnd(softly, targets().get(i), runs.get(i));
                }
            });
        } finally {
            runs.forEach(Process::destroyForcibly);
            servers.forEach(EndlessServer::close);
        }
    }

    private Process start(Hostile target, EndlessServer server) throws IOException {
        Path reports = reports(target);
        ProcessBuilder run = new ProcessBuilder(JAVA.toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1", "-jar");
        run.command().add(Path.of("target", "conformance-kit.jar").toString());
        run.command().addAll(List.of("run", "--endpoint", server.endpoint().toString()));
        run.command().addAll(List.of("--request-timeout", "1s", "--time-limit", "4s"));
        run.command().addAll(List.of("--report-dir", reports.toString()));
        return run.redirectErrorStream(true)
                .redirectOutput(output(target).toFile())
                .start();
    }

    private void requireEnd(SoftAssertions softly, Hostile target, Process run) {
        String said = read(output(target));
        softly.assertThat(run.isAlive())
                .as("%s still runs: %s", target.name(), said)
                .isFalse();
        if (!run.isAlive()) {
            softly.assertThat(run.exitValue()).as("%s: %s", target.name(), said).isEqualTo(target.code());
            softly.assertThat(reports(target))
                    .isDirectoryContaining("glob:**/report.json")
                    .isDirectoryContaining("glob:**/junit.xml");
        }
    }

    private Path reports(Hostile target) {
        return directory.resolve(target.name());
    }

    private Path output(Hostile target) {
        return directory.resolve(target.name() + ".txt");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
