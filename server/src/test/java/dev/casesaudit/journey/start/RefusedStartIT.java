package dev.casesaudit.journey.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.QuickStart;
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

    private static final String JAVA = "exec \"$JAVA_HOME/bin/java\" "
            + String.join(" ", QuickStart.options(Path.of(System.getProperty("java.home"))))
            + " -Dquarkus.http.port=0 ";
    private static final String JAR = " -jar " + PackagedMock.JAR;

    @TempDir
    private Path folder;

    @Test
    void nameAllExpressionsThatCannotBeResolved() throws IOException, InterruptedException {
        assertRefused(
                start(
                        Map.of("CASES_TOKEN_KEY", "${UNSET}"),
                        JAVA
                                + "'-Dcases.control.token=${UNSET}' '-Dcases.auth.mode=${UNSET}' '-Dcases.control.enabled=${UNSET}'"
                                + " '-Dcases.auth.region=${a:${b}}' '-Dquarkus.http.host=${UNSET}'"
                                + " '-Dquarkus.http.cors.origins=${UNSET}'"
                                + JAR),
                "cases.token.key: expected a value, got ${UNSET}, and UNSET is not set",
                "cases.control.token: expected a value, got ${UNSET}, and UNSET is not set",
                "cases.auth.mode: expected a value, got ${UNSET}, and UNSET is not set",
                "cases.control.enabled: expected a value, got ${UNSET}, and UNSET is not set",
                "cases.auth.region: expected a value, got ${b}, and b is not set",
                "quarkus.http.host: expected a value, got ${UNSET}, and UNSET is not set",
                "quarkus.http.cors.origins: expected a value, got ${UNSET}, and UNSET is not set");
    }

    @Test
    void nameAllSettingsThatAreWrong() throws IOException, InterruptedException {
        assertRefused(
                start(
                        Map.of(
                                "CASES_LIMITS_LINE", "2M",
                                "CASES_FIXTURE", "typo.yaml",
                                "CASES_AUTH_KEYS_MY_KEY_SECRET", "s",
                                "CASES_AUTH_KEYS_MY_KEY_SECRET_ACCESS_KEY", "s",
                                "QUARKUS_HTTP_LIMITS_MAX_CONNECTIONS", "5",
                                "CASES_CONTROL_TOKEN", ""),
                        JAVA
                                + "-Dcases.limits.body=20M -Dcases.limits.idle=99ms -Dcases.journal.size=many -Dcases.auth.mode=some"
                                + " -Dcases.fixtura=typo.yaml -Dcases.rate-limit.rate=0 -Dcases.control.events=-1"
                                + " -Dcases.control.enabled= -Dcases.control.hosts=http://mock:8080 -Dcases.token.key=short"
                                + " -DCASES_LIMITS_BODIES=1G -Dquarkus.http.port=70000 -Dquarkus.http.host="
                                + " -Dquarkus.http.idle-timeout=5M -Dquarkus.http.limits.max-body-size=1M"
                                + " -Dquarkus.shutdown.timeout=3s"
                                + JAR),
                "cases.limits.line: expected 1K to 1M, got 2M",
                "CASES_FIXTURE: there is no such setting; did you mean CASES_FIXTURES?",
                "CASES_AUTH_KEYS_MY_KEY_SECRET: there is no such setting",
                "CASES_AUTH_KEYS_MY_KEY_SECRET_ACCESS_KEY: ",
                "quarkus.http.limits.max-connections: the mock has another limit: set cases.limits.connections",
                "cases.control.token: expected a value, got an empty one",
                "cases.limits.body: expected 1K to 10M, got 20M",
                "cases.limits.idle: expected 100ms to 1h, got 99ms",
                "cases.journal.size: expected a whole number, got many",
                "cases.auth.mode: expected one of none, required, verified, got some",
                "cases.fixtura: there is no such setting; did you mean cases.fixtures?",
                "cases.rate-limit.rate: expected more than 0, got 0",
                "cases.control.events: expected 0 or more, got -1",
                "cases.control.enabled: expected a value, got an empty one",
                "cases.control.hosts: expected names of hosts, without scheme and port, got http://mock:8080",
                "cases.token.key: expected at least 32 bytes, got 5",
                "CASES_LIMITS_BODIES: there is no such setting; did you mean cases.limits.bodies?",
                "quarkus.http.port: expected 0 to 65535, got 70000",
                "quarkus.http.host: expected a value, got an empty one",
                "quarkus.http.idle-timeout: the mock has another limit: set cases.limits.idle",
                "quarkus.http.limits.max-body-size: the mock has another limit: set cases.limits.body or cases.control.body",
                "quarkus.shutdown.timeout: the mock has another limit: set cases.limits.stopping");
    }

    @Test
    void nameAllSettingsThatTheLibraryAcceptsAndTheMockCannotUse() throws IOException, InterruptedException {
        PackagedMock.Ended ended = start(
                Map.of("CASES_AUTH_KEYS_CI_DOMAINS", ""),
                JAVA
                        + "'-Dcases.control.token=a\u00e4b' -Dquarkus.config.locations=/gone.properties -Dcases.auth.mode=verified"
                        + " -Dcases.auth.keys.ci.access-key-id=the/secret -Dcases.auth.keys.ci.secret-access-key=' '"
                        + " -Dcases.auth.keys.one.access-key-id=AKID -Dcases.auth.keys.two.access-key-id=AKID"
                        + " -Dcases.auth.keys.two.secret-access-key=s -Dcases.auth.region="
                        + JAR);

        assertRefused(
                ended,
                "cases.auth.keys.ci.domains: expected a value, got an empty one",
                "cases.control.token: expected visible ASCII characters",
                "quarkus.config.locations: expected a file",
                "cases.auth.keys.ci.access-key-id: expected 1 to 128 letters, digits and _",
                "cases.auth.keys.ci.secret-access-key: expected a value, got an empty one",
                "cases.auth.keys.one.secret-access-key: expected a value, got none",
                "cases.auth.keys.two.access-key-id: expected an id that no other key has, got that of cases.auth.keys.one",
                "cases.auth.region: expected a value, got an empty one");
        assertThat(ended.log()).doesNotContain("the/secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -Dquarkus.http.host=no.such.invalid | quarkus.http.host: expected an address or a name of this machine
                    -Dquarkus.http.host=203.0.113.7 | quarkus.http.host: expected an address of this machine, got 203.0.113.7
                    -Dcases.limits.world=200K | cases.limits.world: expected room for the fixtures, which need more than 204,800 bytes
                    -Xmx10m | is too small for it and its fixtures
                    """)
    void nameTheSetting(String option, String message) throws IOException, InterruptedException {
        assertRefused(start(Map.of(), JAVA + option + JAR), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -Dcases.control.token=secret | -Dcases.control.token: this option is Java's, and has no effect after -jar
                    --port=70000 | quarkus.http.port: expected 0 to 65535, got 70000
                    --prot=1 | --prot: there is no such option; did you mean --port?
                    """)
    void nameTheArgument(String argument, String message) throws IOException, InterruptedException {
        assertRefused(start(Map.of(), JAVA + JAR + " " + argument), message);
    }

    @Test
    void sayThatTheLimitOfOpenFilesIsTooLow() throws IOException, InterruptedException {
        assertRefused(start(Map.of(), "ulimit -n 64; " + JAVA + JAR), "open files");
    }

    @Test
    void reportAFifoAndADeviceAmongTheFixtures() throws IOException, InterruptedException {
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
                "cases.limits.world: expected room for the fixtures, which need more than 22,369,620 bytes",
                "a heap of 64 MB");
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
