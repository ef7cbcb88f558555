package dev.casesaudit.journey.behaviour;

import static dev.casesaudit.journey.sdk.StandardClient.request;
import static dev.casesaudit.journey.sdk.StandardClient.withHeader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.sdk.StandardClient;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.connectcases.model.AccessDeniedException;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsRequest;
import software.amazon.awssdk.services.connectcases.model.ThrottlingException;

/** Behaviours for the whole mock, from fixtures and from settings, on a mock of its own. */
class BehaviourSourcesIT {

    private static final String DENIED = "{\"faults\": \"AccessDenied(message=%s)*forever\"}";

    private final ControlClient control = ControlClient.of(ConfiguredMock.get());

    @AutoClose
    private final StandardClient client = StandardClient.of(ConfiguredMock.get());

    @BeforeEach
    void reset() {
        control.delete("state");
    }

    @Test
    void configuresTheWholeMock() {
        control.put("behaviour", DENIED.formatted("everything"));

        assertThat(refusal(request("contact-center", "case-one-event"))).isEqualTo("everything");
        assertThat(refusal(request("back-office", "case-two-pages"))).isEqualTo("everything");
        control.delete("behaviour");
        assertThat(client.get("contact-center", "case-one-event").auditEvents()).hasSize(1);
    }

    @Test
    void usesTheMostSpecificBehaviour() {
        GetCaseAuditEventsRequest request = request("contact-center", "case-one-event");
        control.put(
                "behaviour",
                "{\"faults\": \"AccessDenied(message=everything)*forever\", \"tomorrow\": \"event-type\"}");
        assertThat(refusal(request)).isEqualTo("everything");
        control.put("domains/contact-center/behaviour", DENIED.formatted("domain"));
        assertThat(refusal(request)).isEqualTo("domain");
        control.setBehaviour("contact-center", "case-one-event", DENIED.formatted("case"));
        assertThat(refusal(request)).isEqualTo("case");
        assertThat(refusal(withHeader(request, "x-mock-fault", "AccessDenied(message=header)")))
                .isEqualTo("header");

        // Neither the header nor case and domain set future members.
        assertThat(client.get(withHeader(request, "x-mock-fault", "ok")).auditEvents())
                .extracting(AuditEvent::typeAsString)
                .containsExactly("Tomorrow.Happened");
    }

    @Test
    void usesTheBehaviourOfADomainInAFixture() {
        assertThat(refusal(request("told-by-fixture", "neighbour"))).isEqualTo("domain");
    }

    @Test
    void usesTheBehaviourOfACaseInAFixture() {
        assertThat(client.get("told-by-fixture", "told").auditEvents())
                .hasSize(3)
                .extracting(AuditEvent::typeAsString)
                .containsOnly("Tomorrow.Happened");
        assertThat(client.sent()).hasSize(3);

        // The script was for one call; the script of the domain does not follow it.
        client.get("told-by-fixture", "told");
        assertThat(client.sent()).hasSize(4);
        JsonNode behaviour = control.get("domains/told-by-fixture/cases/told/behaviour");
        assertThat(behaviour.path("pages").asText()).isEqualTo("null-token");
        assertThat(behaviour.path("callsSeen").asInt()).isEqualTo(1);
    }

    @Test
    void restoresTheBehaviourOfTheFixtureOnReset() {
        control.setBehaviour("told-by-fixture", "neighbour", "{\"faults\": \"ok*forever\"}");
        assertThat(client.get("told-by-fixture", "neighbour").auditEvents()).hasSize(3);

        control.delete("domains/told-by-fixture/cases/neighbour/state");

        assertThat(refusal(request("told-by-fixture", "neighbour"))).isEqualTo("domain");
    }

    @Test
    void throttlesEachDomainBeyondTheConfiguredBurst() {
        try (StandardClient hasty = StandardClient.tryingOnce(ConfiguredMock.get())) {
            for (int request = 0; request < ConfiguredMock.BURST; request++) {
                hasty.get("contact-center", "case-empty");
            }
            assertThrows(ThrottlingException.class, () -> hasty.get("contact-center", "case-empty"));

            assertThat(hasty.get("back-office", "case-two-pages").auditEvents()).hasSize(25);
        }
    }

    @Test
    void hangsForNoLongerThanItMay() {
        control.setBehaviour("contact-center", "case-one-event", "{\"faults\": \"hang, ok\"}");

        assertThat(client.get("contact-center", "case-one-event").auditEvents()).hasSize(1);

        JsonNode attempts = control.call(client.lastCall()).path("attempts");
        assertThat(attempts).hasSize(2);
        assertThat(attempts.path(0).has("status")).isFalse();
        assertThat(attempts.path(0).path("milliseconds").asDouble()).isGreaterThan(990);
        assertThat(attempts.path(1).path("status").asInt()).isEqualTo(200);
    }

    @Test
    void hangsUntilTheClientTimesOut() {
        control.setBehaviour("contact-center", "case-one-event", "{\"faults\": \"hang*forever\"}");
        try (StandardClient impatient = StandardClient.of(
                ConfiguredMock.get(), configuration -> configuration.apiCallAttemptTimeout(Duration.ofMillis(200)))) {

            ApiCallAttemptTimeoutException raised = assertThrows(
                    ApiCallAttemptTimeoutException.class, () -> impatient.get("contact-center", "case-one-event"));

            assertThat(raised.numAttempts()).isEqualTo(3);
            assertThat(control.call(impatient.lastCall()).path("attempts")).hasSize(3);
        }
    }

    @Test
    void endsASlowResponseAtTheLimit() {
        GetCaseAuditEventsRequest slow =
                withHeader(request("contact-center", "case-full-page"), "x-mock-fault", "slow(10)*forever");
        try (StandardClient hasty = StandardClient.tryingOnce(ConfiguredMock.get())) {

            SdkClientException raised = assertThrows(SdkClientException.class, () -> hasty.get(slow));

            assertThat(raised).hasStackTraceContaining("Premature end of Content-Length");
            assertThat(control.call(hasty.lastCall()).path("succeeded").asBoolean())
                    .isFalse();
        }
    }

    private String refusal(GetCaseAuditEventsRequest request) {
        return assertThrows(AccessDeniedException.class, () -> client.get(request))
                .awsErrorDetails()
                .errorMessage();
    }
}
