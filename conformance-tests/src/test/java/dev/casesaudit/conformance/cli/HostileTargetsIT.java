package dev.casesaudit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.http.EndlessServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The program in a small heap, against targets that want to keep it or to exhaust it: it ends in time, with its reports. */
class HostileTargetsIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String OK = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

    @TempDir
    Path reports;

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("a body without end", OK + "\r\n", "a".repeat(65_536), Duration.ZERO, List.of(1)),
                Arguments.of("headers without end", OK, "x-a: b\r\n".repeat(1_000), Duration.ZERO, List.of(1)),
                Arguments.of("a body byte by byte", OK + "\r\n", " ", Duration.ofMillis(100), List.of(1, 3)),
                Arguments.of("noise", "SSH-2.0-OpenSSH_9.6\r\n", "\0\1\2\3", Duration.ofMillis(100), List.of(3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void theRunEndsWithItsReports(String name, String beginning, String rest, Duration pause, List<Integer> codes)
            throws IOException, InterruptedException {
        try (EndlessServer server = new EndlessServer(beginning, rest, pause)) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command(server.endpoint().toString()))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(out).isIn(codes);
            // The machine may be busy; without deadlines it would be minutes, or never.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
            assertThat(reports).isDirectoryContaining("glob:**/report.json").isDirectoryContaining("glob:**/junit.xml");
        }
    }

    private List<String> command(String endpoint) {
        List<String> words = new ArrayList<>(List.of(JAVA.toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1", "-jar"));
        words.add(Path.of("target", "conformance-kit.jar").toString());
        words.addAll(List.of("run", "--endpoint", endpoint, "--request-timeout", "1s", "--time-limit", "5s"));
        words.addAll(List.of("--report-dir", reports.toString()));
        return words;
    }
}
