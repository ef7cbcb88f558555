package dev.casesaudit.journey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files for tests in Python and JavaScript, by their own tests, which start the packaged mock. */
class ScriptingLanguagesIT {

    private static final Path CLIENTS = Path.of("..", "clients");

    @TempDir
    private Path folder;

    @Test
    void inPythonPass() throws IOException, InterruptedException {
        assumeTrue(
                run(CLIENTS, "python3", "-c", "import pytest").exitCode() == 0,
                "this machine has no python3 with pytest");

        Ended ended = run(
                CLIENTS.resolve("python"),
                "python3",
                "-m",
                "pytest",
                "-q",
                "-p",
                "no:cacheprovider",
                "test_cases_audit.py");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains(" passed").doesNotContain("skipped");
    }

    @Test
    void inJavaScriptPass() throws IOException, InterruptedException {
        assumeTrue(
                run(CLIENTS, "node", "-e", "process.exitCode = process.versions.node.split('.')[0] < 20 ? 1 : 0")
                                .exitCode()
                        == 0,
                "this machine has no Node.js 20");

        Ended ended = run(CLIENTS.resolve("js"), "node", "--test", "cases-audit.test.mjs");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).containsPattern("pass [1-9]").containsPattern("skipped 0");
    }

    private Ended run(Path directory, String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(AWS|CASES|QUARKUS|AUDIT_MOCK|NODE)_.*"));
        builder.environment()
                .putAll(Map.of(
                        "AUDIT_MOCK_JAR", PackagedMock.JAR.toString(),
                        "JAVA_HOME", System.getProperty("java.home"),
                        "PYTHONDONTWRITEBYTECODE", "1",
                        "XDG_CACHE_HOME", folder.toString()));
        try {
            Process process = builder.start();
            try {
                assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended").isTrue();
                return new Ended(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // There is no such program.
            return new Ended(-1, String.valueOf(e.getMessage()));
        }
    }

    private record Ended(int exitCode, String output) {}
}
