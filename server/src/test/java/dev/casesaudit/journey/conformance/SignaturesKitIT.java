package dev.casesaudit.journey.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mock that verifies signatures keeps the requirements on signatures. */
class SignaturesKitIT {

    private static final Path REPORTS = Path.of("target", "conformance-signatures");

    private static final List<String> REQUIREMENTS = List.of(
            "error-unsigned-request",
            "error-incomplete-signature",
            "error-wrong-secret",
            "error-unknown-access-key",
            "error-credential-errors-forbidden",
            "error-body-is-an-object",
            "error-content-type-is-json",
            "error-name-is-declared",
            "error-message-is-a-string",
            "protocol-request-id-on-errors",
            "protocol-header-names-any-case",
            "request-route-trailing-slash",
            "request-route-query",
            "request-case-id-encoded-slash",
            "request-sdk-headers");

    @TempDir
    private Path folder;

    @Test
    void findsAVerifyingMockConformant() throws IOException, InterruptedException {
        try (PackagedMock mock = PackagedMock.start(
                "-Dcases.auth.mode=verified",
                "-Dcases.auth.region=eu-west-1",
                "-Dcases.auth.keys.kit.access-key-id=ASIAKIT",
                "-Dcases.auth.keys.kit.secret-access-key=secret/of+the-kit",
                "-Dcases.auth.keys.kit.session-token=session/token+==")) {
            KitRun run = KitRun.of(
                    REPORTS,
                    Map.of(
                            "AWS_ACCESS_KEY_ID", "ASIAKIT",
                            "AWS_SECRET_ACCESS_KEY", "secret/of+the-kit",
                            "AWS_SESSION_TOKEN", "session/token+=="),
                    "--profile",
                    profile(mock).toString(),
                    "--only",
                    String.join(",", REQUIREMENTS));

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(standings(run))
                    .containsOnlyKeys(REQUIREMENTS)
                    .allSatisfy((id, standing) -> assertThat(standing).as(id).isEqualTo("passed"));
        }
    }

    // Not based on the mock's own profile, which declares that no signatures are checked.
    private Path profile(PackagedMock mock) throws IOException {
        return Files.writeString(folder.resolve("signing.yaml"), """
                endpoint: %s
                region: eu-west-1
                signing: sigv4
                domain: contact-center
                cases: {some-events: case-every-shape, two-pages: case-two-pages}
                not-offered:
                  [empty, one-event, full-page, long, every-shape, second-domain, denied, throttled, internal-error]
                """.formatted(mock.endpoint()));
    }

    private static Map<String, String> standings(KitRun run) {
        Map<String, String> standings = new LinkedHashMap<>();
        for (JsonNode result : run.report().path("results")) {
            standings.put(result.path("id").asText(), result.path("standing").asText());
        }
        return standings;
    }
}
