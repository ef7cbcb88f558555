package dev.casesaudit.journey.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.QuickStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands of documents in a folder of their own, against one mock. */
final class Shell {

    // Far beyond what a slow machine needs.
    private static final Duration LIMIT = Duration.ofMinutes(3);

    // A response with an error fails the command.
    private static final String PRELUDE = """
            curl() { command curl -sS --fail "$@"; }
            your-client() {
              local token= page next
              while :; do
                page=$(command curl -sS --fail --retry 3 --retry-delay 1 "$ENDPOINT/domains/$2/cases/$4/audit-history" \\
                  -H 'content-type: application/json' -H "amz-sdk-invocation-id: $RANDOM$RANDOM$RANDOM" \\
                  -d "$(jq -nc --arg token "$token" 'if $token == "" then {} else {nextToken: $token} end')") || return
                next=$(jq -r '.nextToken // empty' <<< "$page")
                [ -n "$next" ] && [ "$next" != "$token" ] || return 0
                token=$next
              done
            }
            """;

    private static final String JAVA_OPTIONS =
            String.join(" ", QuickStart.options(Path.of(System.getProperty("java.home"))));

    private final PackagedMock mock;
    private final Path folder;

    Shell(PackagedMock mock, Path folder) {
        this.mock = mock;
        this.folder = folder;
    }

    /** Runs a script, which must succeed, and returns its output. */
    String run(String script) throws IOException, InterruptedException {
        Process process = start(PRELUDE + script);
        try {
            assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as(script)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String output = output();
        assertThat(process.exitValue()).as(script + "\n" + output).isZero();
        return output;
    }

    /** Runs a command that starts a mock, on free ports, until it listens. */
    void startMock(String command) throws IOException, InterruptedException {
        String onFreePorts = command.replaceFirst(
                        "\\bjava ", "exec java " + JAVA_OPTIONS + " -Dquarkus.http.ssl-port=0 ")
                .replaceFirst(" --port \\d+|$", " --port 0");
        Process process = start(onFreePorts);
        try {
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (!output().contains("Listening on: ")) {
                assertThat(process.isAlive()).as(command + "\n" + output()).isTrue();
                assertThat(System.nanoTime()).as(command).isLessThan(deadline);
                Thread.sleep(50);
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    boolean has(String command) throws IOException, InterruptedException {
        Process process = start(command);
        return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output.txt"));
    }

    private Process start(String script) throws IOException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", here(script))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        Map<String, String> environment = bash.environment();
        // The accounts and settings of whoever runs the build.
        environment.keySet().removeIf(name -> name.matches("(AWS|CASES|QUARKUS)_.*"));
        environment.putAll(Map.of(
                "ENDPOINT", mock.endpoint().toString(),
                "AWS_CONFIG_FILE", folder.resolve("no-config").toString(),
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-credentials").toString(),
                "AWS_PAGER", "",
                // Its archive stays in the folder.
                "XDG_CACHE_HOME", folder.toString()));
        return bash.start();
    }

    // With the endpoint of the mock, and with the programs of this build.
    private String here(String text) {
        return text.replace("http://localhost:8080", mock.endpoint().toString())
                .replaceAll("(?<!\\S)((server|conformance-tests)/target/|\\./kit\\b)", Block.ROOT + "/$1");
    }
}
