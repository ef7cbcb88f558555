package dev.casesaudit.journey.sdk;

import static dev.casesaudit.journey.sdk.SdkClients.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.casesaudit.journey.PackagedMock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.ConnectCasesException;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsRequest;
import software.amazon.awssdk.services.connectcases.model.InternalServerException;
import software.amazon.awssdk.services.connectcases.model.ResourceNotFoundException;
import software.amazon.awssdk.services.connectcases.model.ValidationException;

class ErrorsIT {

    private static final String MODEL = "software.amazon.awssdk.services.connectcases.model.";

    private final ResponseRecorder attempts = new ResponseRecorder();

    @AutoClose
    private final ConnectCasesClient cases = SdkClients.of(PackagedMock.shared(), attempts);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            case-denied         | AccessDeniedException     | 403 | 1 | You do not have sufficient access to perform this action.
            case-missing        | ResourceNotFoundException | 404 | 1 | Case case-missing does not exist in domain contact-center.
            case-throttled      | ThrottlingException       | 429 | 3 | Rate exceeded
            case-internal-error | InternalServerException   | 500 | 3 | We couldn't process your request because of an issue with the server. Try again later.
            """)
    void raisesTheModelledExceptionAfterTheExpectedAttempts(
            String caseId, String name, int status, int attemptCount, String message) {
        ConnectCasesException raised = refusal(request(caseId), ConnectCasesException.class);

        assertThat(raised.getClass().getName()).isEqualTo(MODEL + name);
        assertThat(raised.statusCode()).isEqualTo(status);
        assertThat(raised.awsErrorDetails().errorCode()).isEqualTo(name);
        assertThat(raised.awsErrorDetails().errorMessage()).isEqualTo(message);
        assertThat(raised.awsErrorDetails().serviceName()).isEqualTo("ConnectCases");
        assertThat(attempts.requestIds()).hasSize(attemptCount);
        assertThat(raised.numAttempts()).isEqualTo(attemptCount);
    }

    @Test
    void givesEachAttemptARequestIdAndTheUserTheLast() {
        ConnectCasesException raised = refusal(request("case-throttled"), ConnectCasesException.class);

        assertThat(attempts.requestIds()).doesNotHaveDuplicates().last().isEqualTo(raised.requestId());
        assertThat(raised.isThrottlingException()).isTrue();
    }

    @Test
    void saysWhenToRetry() {
        InternalServerException raised = refusal(request("case-internal-error"), InternalServerException.class);

        assertThat(raised.retryAfterSeconds()).isEqualTo(1);
    }

    @Test
    void namesTheMissingCase() {
        ResourceNotFoundException raised = refusal(request("case-missing"), ResourceNotFoundException.class);

        assertThat(raised.resourceType()).isEqualTo("Case");
        assertThat(raised.resourceId()).isEqualTo("case-missing");
    }

    @Test
    void namesTheMissingDomain() {
        ResourceNotFoundException raised =
                refusal(request("domain-missing", "case-long"), ResourceNotFoundException.class);

        assertThat(raised.resourceType()).isEqualTo("Domain");
        assertThat(raised.resourceId()).isEqualTo("domain-missing");
    }

    @Test
    void refusesATokenThatItDidNotIssue() {
        String token = cases.getCaseAuditEvents(request("case-long")).nextToken();
        String forged = token.substring(0, 20) + (token.charAt(20) == 'A' ? 'B' : 'A') + token.substring(21);

        assertInvalid(
                request("case-long").toBuilder().nextToken(forged).build(),
                "Value at '/nextToken' failed to satisfy constraint: Member must be a token that was issued for this case");
    }

    @Test
    void refusesATokenOfTheCaseOfThisIdInAnotherDomain() {
        String token = cases.getCaseAuditEvents(request("contact-center", "case-two-pages"))
                .nextToken();

        assertInvalid(
                request("back-office", "case-two-pages").toBuilder()
                        .nextToken(token)
                        .build(),
                "Value at '/nextToken' failed to satisfy constraint: Member must be a token that was issued for this case");
    }

    @Test
    void refusesAnIdOf501Characters() {
        assertInvalid(
                request("c".repeat(501)),
                "Value with length 501 at '/caseId' failed to satisfy constraint: Member must have length between 1 and 500, inclusive");
    }

    private void assertInvalid(GetCaseAuditEventsRequest request, String violation) {
        int before = attempts.requestIds().size();

        ValidationException raised = refusal(request, ValidationException.class);

        assertThat(raised.statusCode()).isEqualTo(400);
        assertThat(raised.awsErrorDetails().errorMessage()).isEqualTo("1 validation error detected. " + violation);
        assertThat(attempts.requestIds()).hasSize(before + 1).last().isEqualTo(raised.requestId());
    }

    private <E extends ConnectCasesException> E refusal(GetCaseAuditEventsRequest request, Class<E> type) {
        return assertThrows(type, () -> cases.getCaseAuditEvents(request));
    }
}
