package dev.casesaudit.journey.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** Findings of the journal about calls that break the rules of SDKs. */
class SdkCallsIT {

    private static final String DOMAIN = "journal-calls";

    private final ControlClient control = ControlClient.of(PackagedMock.shared());

    @Test
    void reportsARetryThatCameTooSoon() {
        control.seed(DOMAIN, "hasty", 3, "{\"faults\": \"InternalServer(retryAfter=3600), ok\"}");

        JsonNode call = twoAttempts("hasty");

        assertThat(call.path("retryAfter").asText()).isEqualTo("ignored");
        assertThat(call.path("succeeded").asBoolean()).isTrue();
        assertThat(call.path("findings")).hasSize(1);
        assertThat(call.path("findings").path(0).asText())
                .matches("was asked to wait 3600 s, and came back after \\d+ ms");
    }

    @Test
    void reportsARetryThatIsNotRetryable() {
        control.seed(DOMAIN, "in-vain", 3, "{\"faults\": \"Validation*2\"}");

        JsonNode call = twoAttempts("in-vain");

        assertThat(call.path("retriedNonRetryable").asBoolean()).isTrue();
        assertThat(call.path("succeeded").asBoolean()).isFalse();
        assertThat(call.path("findings"))
                .extracting(JsonNode::asText)
                .containsExactly("tried ValidationException again, which will be the same each time");
    }

    private JsonNode twoAttempts(String callAndCase) {
        for (int attempt = 0; attempt < 2; attempt++) {
            ControlClient.send(HttpRequest.newBuilder(control.endpoint()
                            .resolve("/domains/%s/cases/%s/audit-history".formatted(DOMAIN, callAndCase)))
                    .header("amz-sdk-invocation-id", callAndCase)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build());
        }
        JsonNode call = control.call(callAndCase);
        assertThat(call.path("attempts")).hasSize(2);
        return call;
    }
}
