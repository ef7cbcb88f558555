package dev.casesaudit.journey.behaviour;

import static dev.casesaudit.journey.sdk.StandardClient.request;
import static dev.casesaudit.journey.sdk.StandardClient.withHeader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.StandardClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connectcases.model.AccessDeniedException;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.ConnectCasesException;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsRequest;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsResponse;
import software.amazon.awssdk.services.connectcases.model.ValidationException;

/** The scopes of a script: a case, a domain, a request, a number of calls, and requests without an invocation id. */
class ScopesIT {

    private static final String DENIED = "{\"faults\": \"AccessDenied(message=%s)*forever\"}";

    private final ControlClient control = ControlClient.of(PackagedMock.shared());

    @AutoClose
    private final StandardClient client = StandardClient.tryingOnce(PackagedMock.shared());

    @Test
    void appliesToACaseAndNotToItsNeighbours() {
        control.seed("scopes-case", "told", 3, DENIED.formatted("case"));
        control.seed("scopes-case", "neighbour", 3);

        assertThat(refusal("scopes-case", "told")).isEqualTo("case");
        assertThat(client.get("scopes-case", "neighbour").auditEvents()).hasSize(3);
    }

    @Test
    void appliesToADomainAndNotToOthers() {
        control.seed("scopes-domain", "told", 3);
        control.seed("scopes-domain-beside", "told", 3);
        control.put("domains/scopes-domain/behaviour", DENIED.formatted("domain"));

        assertThat(refusal("scopes-domain", "told")).isEqualTo("domain");
        assertThat(client.get("scopes-domain-beside", "told").auditEvents()).hasSize(3);
    }

    @Test
    void canBeRemoved() {
        control.seed("scopes-back", "told", 3, DENIED.formatted("case"));
        assertThat(refusal("scopes-back", "told")).isEqualTo("case");

        control.delete("domains/scopes-back/cases/told/behaviour");

        assertThat(client.get("scopes-back", "told").auditEvents()).hasSize(3);
    }

    @Test
    void appliesToARequestByItsHeaders() {
        control.seed("scopes-header", "asked", 60);
        GetCaseAuditEventsRequest request = request("scopes-header", "asked");

        assertThrows(
                AccessDeniedException.class, () -> client.get(withHeader(request, "x-mock-fault", "AccessDenied, ok")));
        assertThat(client.get(withHeader(request, "x-mock-pages", "empty-pages"))
                        .auditEvents())
                .isEmpty();
        assertThat(client.get(withHeader(request, "x-mock-tomorrow", "event-type"))
                        .auditEvents())
                .extracting(AuditEvent::typeAsString)
                .containsOnly("Tomorrow.Happened");
        assertThat(client.get(request).auditEvents()).hasSize(25);
    }

    @Test
    void playsTheScriptOfAHeaderOverTheAttemptsOfACall() {
        control.seed("scopes-header", "retried", 3);
        try (StandardClient retrying = StandardClient.of(PackagedMock.shared())) {
            retrying.get(withHeader(request("scopes-header", "retried"), "x-mock-fault", "InternalServer*2, ok"));

            assertThat(control.call(retrying.lastCall()).path("attempts"))
                    .extracting(attempt -> attempt.path("status").asInt())
                    .containsExactly(500, 500, 200);
        }
    }

    @Test
    void describesValidHeaders() {
        control.seed("scopes-header", "wrong", 3);

        ValidationException raised = assertThrows(
                ValidationException.class,
                () -> client.get(withHeader(request("scopes-header", "wrong"), "x-mock-fault", "Throtling")));

        assertThat(raised.awsErrorDetails().errorMessage())
                .startsWith("The header x-mock-fault is invalid: expected ")
                .endsWith(", got 'Throtling' at character 1");
    }

    @Test
    void resolvesEachMemberByTheMostSpecificScope() {
        control.seed("scopes-members", "told", 60, "{\"faults\": \"ok*forever\", \"tomorrow\": \"event-type\"}");
        control.put(
                "domains/scopes-members/behaviour",
                "{\"faults\": \"AccessDenied*forever\", \"pages\": \"empty-pages\", \"tomorrow\": \"related-item-type\"}");
        GetCaseAuditEventsRequest first = request("scopes-members", "told");

        // No fault, which is the case's, before a page that is empty, which is the domain's.
        GetCaseAuditEventsResponse empty = client.get(first);
        assertThat(empty.auditEvents()).isEmpty();
        // The case's novelties in place of the domain's, and the header's pages in place of the domain's.
        List<AuditEvent> events =
                client.get(withHeader(first, "x-mock-pages", "null-token")).auditEvents();
        assertThat(events).hasSize(25);
        assertThat(events).extracting(AuditEvent::typeAsString).containsOnly("Tomorrow.Happened");
        assertThat(events).extracting(AuditEvent::relatedItemTypeAsString).doesNotContain("Tomorrow");
    }

    @Test
    void appliesToTheConfiguredNumberOfCalls() {
        control.seed("scopes-calls", "once", 3, "{\"faults\": \"AccessDenied\", \"calls\": 1}");

        assertThrows(AccessDeniedException.class, () -> client.get("scopes-calls", "once"));

        assertThat(client.get("scopes-calls", "once").auditEvents()).hasSize(3);
        assertThat(control.get("domains/scopes-calls/cases/once/behaviour")
                        .path("callsSeen")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void drawsTheSameFromTheSameSeed() {
        control.seed("scopes-seed", "drawn", 3);

        List<Integer> drawn = statuses("25% AccessDenied*forever; seed=7");

        assertThat(drawn).contains(200, 403);
        assertThat(statuses("25% AccessDenied*forever; seed=7")).isEqualTo(drawn);
        assertThat(statuses("25% AccessDenied*forever; seed=8")).isNotEqualTo(drawn);
    }

    @Test
    void hasOnePositionForAllRequestsWithoutAnInvocationId() {
        control.seed("scopes-no-call", "shared", 3, "{\"faults\": \"Throttling, AccessDenied, InternalServer\"}");

        assertThat(plainStatus()).isEqualTo(429);
        assertThat(plainStatus()).isEqualTo(403);
        // Calls that say which they are have their own places.
        assertThat(assertThrows(ConnectCasesException.class, () -> client.get("scopes-no-call", "shared"))
                        .statusCode())
                .isEqualTo(429);
        assertThat(plainStatus()).isEqualTo(500);
        assertThat(plainStatus()).isEqualTo(200);
        assertThat(plainStatus()).isEqualTo(200);
    }

    private List<Integer> statuses(String faults) {
        control.setBehaviour("scopes-seed", "drawn", "{\"faults\": \"%s\"}".formatted(faults));
        return IntStream.range(0, 40)
                .mapToObj(i -> status("scopes-seed", "drawn"))
                .toList();
    }

    private int status(String domainId, String caseId) {
        try {
            return client.get(domainId, caseId).sdkHttpResponse().statusCode();
        } catch (ConnectCasesException e) {
            return e.statusCode();
        }
    }

    private String refusal(String domainId, String caseId) {
        return assertThrows(AccessDeniedException.class, () -> client.get(domainId, caseId))
                .awsErrorDetails()
                .errorMessage();
    }

    private int plainStatus() {
        return ControlClient.send(HttpRequest.newBuilder(
                                control.endpoint().resolve("/domains/scopes-no-call/cases/shared/audit-history"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build())
                .statusCode();
    }
}
