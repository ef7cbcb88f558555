package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.http.EndlessServer;
import dev.casesaudit.conformance.http.EndlessServer.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program in a small heap, on targets that exhaust or delay it: it ends and writes its reports. All runs are
 * parallel, since most of their time is the start of Java.
 */
class HostileTargetsIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String OK = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

    // The machine may be busy. Without limits, a run would take minutes or never end.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> REPORTS =
            List.of("report.json", "report.html", "report.md", "junit.xml", "profile.json");

    @TempDir
    Path directory;

    /** A target, the options of the kit, and the allowed exit codes. */
    private record Hostile(String name, EndlessServer server, List<String> options, List<Integer> codes) {}

    private static List<Hostile> targets() {
        return List.of(
                new Hostile(
                        "exhausting", EndlessServer.inTurn(exhausting()), List.of("--max-requests", "12"), List.of(1)),
                // If Java starts slowly, the time is over before the first check.
                new Hostile(
                        "trickling",
                        new EndlessServer(OK + "\r\n", " ", Duration.ofMillis(100)),
                        List.of("--request-timeout", "500ms", "--time-limit", "2s"),
                        List.of(1, 3)),
                new Hostile(
                        "no-http",
                        new EndlessServer("SSH-2.0-OpenSSH_9.6\r\n", "\0", Duration.ofMillis(100)),
                        List.of("--request-timeout", "2s"),
                        List.of(3)));
    }

    private static List<Response> exhausting() {
        return List.of(
                new Response(OK + "\r\n", "a".repeat(65_536)),
                new Response(OK, "x-a: b\r\n".repeat(1_000)),
                new Response(OK + "transfer-encoding: chunked\r\n\r\n", "10000\r\n" + "a".repeat(65_536) + "\r\n"),
                page("a:b\r\n".repeat(9_000), "{\"auditEvents\":[]}"),
                page("content-encoding: gzip\r\n", gzipped(" ".repeat(64 * 1024 * 1024))),
                page("", "[".repeat(1_000_000)),
                page("", "{\"auditEvents\":[" + "{},".repeat(99_990) + "{}]}"),
                page("", "{\"auditEvents\":[],\"nextToken\":\"" + "t".repeat(5_000_000) + "\"}"),
                page("", "{\"message\":\"" + "a.".repeat(500_000) + "\"}").with("200 OK", "400 Bad Request"),
                new Response(OK + "content-length: -1\r\n\r\n", ""));
    }

    private static Response page(String headers, String body) {
        String length = String.format(Locale.ROOT, "content-length: %d\r\n\r\n", body.length());
        return new Response(OK + "connection: close\r\n" + headers + length + body, "");
    }

    private static String gzipped(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void everyRunEndsInTimeWithItsReports() throws IOException, InterruptedException {
        List<Hostile> targets = targets();
        List<Process> runs = new ArrayList<>();
        try {
            for (Hostile one : targets) {
                runs.add(start(one));
            }
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (Process run : runs) {
                run.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            SoftAssertions.assertSoftly(softly -> {
                for (int i = 0; i < runs.size(); i++) {
                    requireEnd(softly, targets.get(i), runs.get(i));
                }
            });
        } finally {
            runs.forEach(Process::destroyForcibly);
            targets.forEach(one -> one.server().close());
        }
    }

    private Process start(Hostile target) throws IOException {
        ProcessBuilder run = new ProcessBuilder(JAVA.toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1", "-jar");
        run.command().add(Path.of("target", "conformance-kit.jar").toString());
        run.command()
                .addAll(List.of("run", "--endpoint", target.server().endpoint().toString()));
        run.command().addAll(List.of("--report-dir", reports(target).toString()));
        run.command().addAll(target.options());
        return run.redirectErrorStream(true)
                .redirectOutput(output(target).toFile())
                .start();
    }

    private void requireEnd(SoftAssertions softly, Hostile target, Process run) {
        String said = read(output(target));
        String end = said.substring(Math.max(0, said.length() - 2_000));
        softly.assertThat(run.isAlive())
                .as("%s still runs: %s", target.name(), end)
                .isFalse();
        if (!run.isAlive()) {
            softly.assertThat(run.exitValue()).as("%s: %s", target.name(), end).isIn(target.codes());
            softly.assertThat(said).doesNotContain("OutOfMemoryError", "Exception in thread", "\tat ");
            REPORTS.forEach(
                    report -> softly.assertThat(reports(target).resolve(report)).isNotEmptyFile());
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
