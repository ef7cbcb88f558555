package dev.casesaudit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts as shells, service managers and containers make them, which go wrong with one message each. */
class RefusedStartIT {

    private static final String JAVA = "exec \"$JAVA_HOME/bin/java\" -XX:TieredStopAtLevel=1 -Dquarkus.http.port=0 ";
    private static final String JAR =
            " -jar " + PackagedMock.FOLDER.toAbsolutePath().resolve("quarkus-run.jar");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -Dcases.control.token=${UNSET} | cases.control.token: expected a value, got ${UNSET}, and UNSET is not set
                    -Dcases.auth.mode=${UNSET} | cases.auth.mode: expected a value, got ${UNSET}, and UNSET is not set
                    -Dcases.control.enabled=${UNSET} | cases.control.enabled: expected a value, got ${UNSET}, and UNSET is not set
                    -Dcases.control.enabled= | cases.control.enabled: expected a value, got an empty one
                    -Dcases.auth.region=${a:${b}} | cases.auth.region: expected a value, got ${b}, and b is not set
                    -Dquarkus.http.host=${UNSET} | quarkus.http.host: expected a value, got ${UNSET}, and UNSET is not set
                    -Dquarkus.http.cors.origins=${UNSET} | quarkus.http.cors.origins: expected a value, got ${UNSET}
                    -Dquarkus.http.host= | quarkus.http.host: expected a value, got an empty one
                    -Dquarkus.http.host=no.such.invalid | quarkus.http.host: expected an address or a name of this machine
                    -Dquarkus.http.host=203.0.113.7 | quarkus.http.host: expected an address of this machine, got 203.0.113.7
                    -Dquarkus.http.port=70000 | quarkus.http.port: expected a port from 0 to 65535, got '70000'
                    -Dquarkus.config.locations=/gone.properties | quarkus.config.locations: expected a file
                    -Dcases.control.token=a\u00e4b | cases.control.token: expected visible ASCII characters
                    '-Dcases.control.token=a b' | cases.control.token: expected visible ASCII characters
                    -Dcases.control.hosts=http://mock:8080 | cases.control.hosts: expected names of hosts, without scheme and port
                    -DCASES_CONTROL_TOKEN=secret | did you mean cases.control.token?
                    -Xmx10m | is too small for it and its fixtures
                    """)
    void nameTheSetting(String option, String message) throws IOException, InterruptedException {
        assertRefused(start(Map.of(), JAVA + "'" + option + "'" + JAR), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -Dcases.control.token=secret | -Dcases.control.token: this option is Java's, and has no effect after -jar
                    --port=70000 | quarkus.http.port: expected a port from 0 to 65535, got '70000'
                    --prot=1 | --prot: there is no such argument
                    """)
    void nameTheArgument(String argument, String message) throws IOException, InterruptedException {
        assertRefused(start(Map.of(), JAVA + JAR + " " + argument), message);
    }

    @ParameterizedTest
    @CsvSource({
        "CASES_CONTROL_TOKEN, ${UNSET}, cases.control.token: expected a value",
        "CASES_CONTROL_TOKEN, '', 'cases.control.token: expected a token, got an empty one'",
        "QUARKUS_HTTP_HOST, ${UNSET}, quarkus.http.host: expected a value",
        "CASES_AUTH_KEYS_MY_KEY_SECRET, s, CASES_AUTH_KEYS_MY_KEY_SECRET: there is no such setting",
        "CASES_AUTH_KEYS_MY_KEY_SECRET_ACCESS_KEY, s, CASES_AUTH_KEYS_MY_KEY_SECRET_ACCESS_KEY: ",
        "CASES_AUTH_KEYS_MY_KEY_DOMAINS, d, CASES_AUTH_KEYS_MY_KEY_DOMAINS: "
    })
    void nameTheVariable(String variable, String value, String message) throws IOException, InterruptedException {
        assertRefused(start(Map.of(variable, value), JAVA + JAR), message);
    }

    @Test
    void sayThatTheLimitOfOpenFilesIsTooLow() throws IOException, InterruptedException {
        assertRefused(start(Map.of(), "ulimit -n 64; " + JAVA + JAR), "open files");
    }

    @Test
    void nameAFifoAndADeviceAmongTheFixtures() throws IOException, InterruptedException {
        assertRefused(
                start(Map.of(), "mkfifo here.yaml; " + JAVA + "-Dcases.fixtures=here.yaml,.,/dev/zero" + JAR),
                "here.yaml: /: expected a readable file or folder, got a FIFO, a socket or a device",
                "./here.yaml: /: expected a readable file or folder, got a FIFO, a socket or a device",
                "/dev/zero: /: expected a readable file or folder, got a FIFO, a socket or a device");
    }

    @Test
    void sayThatTheHeapIsTooSmallForTheFixtures() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("large.yaml"), "{domain: d, cases: {c: {generate: {events: 1000000, seed: 1}}}}");

        assertRefused(
                start(Map.of(), JAVA + "-Xmx64m -Dcases.fixtures=large.yaml" + JAR),
                "is too small for it and its fixtures");
    }

    private PackagedMock.Ended start(Map<String, String> variables, String command)
            throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CASES_") || name.startsWith("QUARKUS_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("ended: %s", Files.readString(log, StandardCharsets.UTF_8))
                    .isTrue();
            return new PackagedMock.Ended(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    private static void assertRefused(PackagedMock.Ended ended, String... messages) {
        assertThat(ended.log()).contains(messages).doesNotContain("\tat ", "SRCFG", "Exception", "Listening on");
        assertThat(ended.exitCode()).isEqualTo(1);
    }
}
