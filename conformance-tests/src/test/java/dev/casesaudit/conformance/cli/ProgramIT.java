package dev.casesaudit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The packaged program: it is complete, and prints nothing else. */
class ProgramIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @Test
    void writesTheSameInEveryLocale() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        JAVA.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-jar",
                        Path.of("target", "conformance-kit.jar").toString(),
                        "run",
                        "more")
                .start();
        process.getOutputStream().close();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        // The message of the library, in ASCII digits.
        assertThat(err).contains("Unmatched argument at index 1: 'more'");
    }

    @Test
    void runsAloneAndPrintsOnlyItsReport() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        JAVA.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of("target", "conformance-kit.jar").toString(),
                        "run",
                        "--endpoint",
                        "http://localhost:1")
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(out).contains("http://localhost:1 sends no response");
        assertThat(err).matches("Judging http://localhost:1 as 'mock', by contract [0-9a-f]{12}\\R");
    }
}
