package dev.casesaudit.journey.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.server.recording.RecordingRules;
import dev.casesaudit.server.recording.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit edits a case of the mock: it finds nothing wrong, and learns the rules by which the mock records. */
class WritesIT {

    private static final Path KIT = Path.of("..", "conformance-tests", "target", "conformance-kit.jar");

    // An edit that records nothing takes the whole time.
    private static final String PROFILE = """
            base: mock
            writes:
              domain: contact-center
              template: template-general
              text-field: order-number
              number-field: refund-amount
              fields:
                title: A case of the kit
                customer_id: arn:aws:profile:us-east-1:111122223333:domains/contact-center/profiles/kit
              event-timeout: 400ms
            """;

    /** The second answer to every question whose answer shows. */
    private static final String OTHERWISE = """
            CreateCase:
              event: {is: recorded, basis: our choice}
              fields: {is: all, basis: our choice}
              oldValue: {is: emptyValue, basis: our choice}
              replay: {is: recorded, basis: our choice}
            UpdateCase:
              event: {is: recorded, basis: our choice}
              fields: {is: given, basis: our choice}
              systemFields: {is: listed, basis: our choice}
              oldValue: {is: always, basis: our choice}
              noChange: {is: recorded, basis: our choice}
            CreateRelatedItem:
              event: {is: recorded, basis: our choice}
              fields: {is: content, basis: our choice}
            UpdateRelatedItem:
              event: {is: recorded, basis: our choice}
              fields: {is: content, basis: our choice}
              noChange: {is: recorded, basis: our choice}
            DeleteRelatedItem:
              event: {is: recorded, basis: our choice}
              fields: {is: content, basis: our choice}
            performedBy:
              user: {is: absent, basis: our choice}
              iamPrincipalArn: {is: of the access key, basis: our choice}
            texts:
              longer: {is: omitted, basis: our choice}
            """;

    /** As little as possible is recorded. */
    private static final String SPARSE = """
            CreateCase:
              event: {is: recorded, basis: our choice}
              fields: {is: none, basis: our choice}
              oldValue: {is: absent, basis: our choice}
              replay: {is: nothing, basis: our choice}
            UpdateCase:
              event: {is: recorded, basis: our choice}
              fields: {is: changed, basis: our choice}
              systemFields: {is: omitted, basis: our choice}
              oldValue: {is: absent, basis: our choice}
              noChange: {is: nothing, basis: our choice}
            CreateRelatedItem:
              event: {is: recorded, basis: our choice}
              fields: {is: none, basis: our choice}
            UpdateRelatedItem:
              event: {is: nothing, basis: our choice}
              fields: {is: changed, basis: our choice}
              noChange: {is: nothing, basis: our choice}
            DeleteRelatedItem:
              event: {is: nothing, basis: our choice}
              fields: {is: none, basis: our choice}
            performedBy:
              user: {is: of the request, basis: our choice}
              iamPrincipalArn: {is: performedBy absent, basis: our choice}
            texts:
              longer: {is: cut, basis: our choice}
            """;

    @TempDir
    private Path folder;

    @Test
    void findsTheEventsOfEveryEditOfTheMock() throws IOException, InterruptedException {
        KitRun run = KitRun.of(
                folder,
                Map.of(),
                "--endpoint",
                PackagedMock.shared().endpoint().toString(),
                "--writes",
                "--area",
                "recording");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.report().path("results"))
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(result -> assertThat(result.path("standing").asText())
                        .as(result.path("id").asText())
                        .isEqualTo("passed"));
        assertThat(run.output()).doesNotContain("still there", "could not delete");
    }

    @Test
    void learnsTheRulesOfTheMock() throws IOException, InterruptedException {
        Map<Rule, String> learned = learned(PackagedMock.shared().endpoint());

        assertThat(learned).isEqualTo(RecordingRules.ofTheMock().answers());
    }

    @ParameterizedTest
    @ValueSource(strings = {OTHERWISE, SPARSE})
    void learnsOtherRulesAndAMockTakesThem(String rules) throws IOException, InterruptedException {
        Path given = Files.writeString(folder.resolve("given.yaml"), rules);
        Map<Rule, String> learned;
        try (PackagedMock mock = PackagedMock.start("-Dcases.recording=" + given)) {
            learned = learned(mock.endpoint());
        }
        assertThat(learned).isEqualTo(read(given));
        try (PackagedMock same = PackagedMock.start("-Dcases.recording=" + folder.resolve("learned.yaml"))) {
            assertThat(same.endpoint()).isNotNull();
        }
    }

    private Map<Rule, String> learned(URI endpoint) throws IOException, InterruptedException {
        Path file = folder.resolve("learned.yaml");
        Path output = folder.resolve("output.txt");
        Process kit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        KIT.toString(),
                        "learn",
                        "--endpoint",
                        endpoint.toString(),
                        "--writes",
                        "--profile",
                        Files.writeString(folder.resolve("profile.yaml"), PROFILE)
                                .toString(),
                        "--force",
                        "--out",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!kit.waitFor(2, TimeUnit.MINUTES)) {
            kit.destroyForcibly();
        }
        assertThat(kit.exitValue()).as(Files.readString(output)).isZero();
        return read(file);
    }

    private static Map<Rule, String> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return RecordingRules.read(in, file.toString()).answers();
        }
    }
}
