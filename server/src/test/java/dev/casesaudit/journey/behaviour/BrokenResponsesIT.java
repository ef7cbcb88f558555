package dev.casesaudit.journey.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.StandardClient;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.connectcases.model.ConnectCasesException;

class BrokenResponsesIT {

    private static final String DOMAIN = "broken-answers";

    private final ControlClient control = ControlClient.of(PackagedMock.shared());

    @AutoClose
    private final StandardClient client = StandardClient.of(PackagedMock.shared());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reset         | SdkClientException | 3 | Connection reset
            close         | SdkClientException | 3 | failed to respond
            close(midway) | SdkClientException | 3 | Premature end of Content-Length
            malformed     | SdkClientException | 3 | Unable to unmarshall response
            html(200)     | SdkClientException | 3 | Unable to unmarshall response
            """)
    void raisesTheExceptionOfTheSdk(String fault, String name, int attempts, String message) {
        setFaults(fault, fault + "*forever");

        SdkException raised = assertThrows(SdkException.class, () -> client.get(DOMAIN, fault));

        assertThat(raised.getClass().getSimpleName()).isEqualTo(name);
        assertThat(raised).hasStackTraceContaining(message);
        assertThat(raised.numAttempts()).isEqualTo(attempts);
        JsonNode call = control.call(client.lastCall());
        assertThat(call.path("attempts")).hasSize(attempts);
        assertThat(call.path("succeeded").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503})
    void raisesTheServiceExceptionWithoutDetailsForAPageOfAProxy(int status) {
        setFaults("html-" + status, String.format(Locale.ROOT, "html(%d)*forever", status));

        ConnectCasesException raised =
                assertThrows(ConnectCasesException.class, () -> client.get(DOMAIN, "html-" + status));

        assertThat(raised.getClass()).isEqualTo(ConnectCasesException.class);
        assertThat(raised.statusCode()).isEqualTo(status);
        assertThat(raised.awsErrorDetails().errorCode()).isNull();
        assertThat(raised.numAttempts()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "close", "close(midway)", "malformed", "html"})
    void endsWithTheScript(String fault) {
        setFaults("once-" + fault, fault + ", ok");

        assertThat(client.get(DOMAIN, "once-" + fault).auditEvents()).hasSize(3);

        assertThat(client.sent()).hasSize(2);
        JsonNode call = control.call(client.lastCall());
        assertThat(call.path("attempts").path(0).path("fault").asText()).isEqualTo(fault);
        assertThat(call.path("attempts").path(1).path("status").asInt()).isEqualTo(200);
        assertThat(call.path("succeeded").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong-content-type", "wrong-content-type(text/html)"})
    void isReadWhateverItsContentType(String fault) {
        setFaults("wrong-content-type", fault);

        assertThat(client.get(DOMAIN, "wrong-content-type").auditEvents()).hasSize(3);

        assertThat(client.sent()).hasSize(1);
    }

    @Test
    void arrivesCompletelyWhereItIsSlow() {
        setFaults("slow", "slow(5000)");

        assertThat(client.get(DOMAIN, "slow").auditEvents()).hasSize(3);

        assertThat(onlyAttempt().path("milliseconds").asDouble()).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latency(300ms)", "latency(300ms..350ms)"})
    void arrivesAfterItsLatency(String latency) {
        setFaults(latency, latency);

        assertThat(client.get(DOMAIN, latency).auditEvents()).hasSize(3);

        assertThat(onlyAttempt().path("milliseconds").asDouble()).isGreaterThan(290);
        assertThat(onlyAttempt().path("fault").asText().toLowerCase(Locale.ROOT))
                .startsWith("latency(3");
    }

    @Test
    void refusesAfterItsLatency() {
        setFaults("both", "latency(200ms) + AccessDenied");

        ConnectCasesException raised = assertThrows(ConnectCasesException.class, () -> client.get(DOMAIN, "both"));

        assertThat(raised.statusCode()).isEqualTo(403);
        assertThat(onlyAttempt().path("milliseconds").asDouble()).isGreaterThan(190);
    }

    private void setFaults(String caseId, String faults) {
        control.seed(DOMAIN, caseId, 3, "{\"faults\": \"%s\"}".formatted(faults));
    }

    private JsonNode onlyAttempt() {
        JsonNode attempts = control.call(client.lastCall()).path("attempts");
        assertThat(attempts).hasSize(1);
        return attempts.path(0);
    }
}
