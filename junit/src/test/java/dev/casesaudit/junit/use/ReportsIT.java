package dev.casesaudit.junit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.junit.Attempt;
import dev.casesaudit.junit.Call;
import dev.casesaudit.junit.CasesAudit;
import dev.casesaudit.junit.CasesAuditTest;
import dev.casesaudit.junit.RecordedRequest;
import dev.casesaudit.junit.RetryAfter;
import dev.casesaudit.junit.Walk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connectcases.model.ValidationException;

@CasesAuditTest
class ReportsIT {

    @Test
    void listTheCallsWithTheirAttempts(CasesAudit cases) {
        cases.given("a-case").events(1).faults("Throttling(retryAfter=1), InternalServer, ok");
        AuditReader.read(cases, "a-case");

        Call call = cases.calls().get(0);
        assertThat(cases.calls()).hasSize(1);
        assertThat(call.caseId()).contains("a-case");
        assertThat(call.invocationId()).isPresent();
        assertThat(call.attempts()).extracting(Attempt::status).containsExactly(429, 500, 200);
        assertThat(call.attempts())
                .extracting(Attempt::error)
                .containsExactly(
                        Optional.of("ThrottlingException"), Optional.of("InternalServerException"), Optional.empty());
        assertThat(call.attempts().get(0).retryAfter())
                .contains(new RetryAfter(Optional.of(1), Optional.empty(), Optional.empty()));
        assertThat(call.attempts().get(0).gap()).isEmpty();
        assertThat(call.attempts().get(1).gap())
                .hasValueSatisfying(gap -> assertThat(gap).isPositive());
        assertThat(call.succeeded()).isTrue();
        assertThat(call.honouredRetryAfter()).contains(true);
        assertThat(call.findings()).isEmpty();
    }

    @Test
    void listCallsWalksAndRequestsOfThisTestOnlyAndTheFirstOneFirst(CasesAudit cases) {
        for (String caseId : List.of("one", "two", "three")) {
            cases.given(caseId).events(30);
            AuditReader.read(cases, caseId);
        }

        assertThat(cases.walks()).extracting(Walk::caseId).containsExactly("one", "two", "three");
        assertThat(cases.walks()).allSatisfy(walk -> {
            assertThat(walk.pages()).isEqualTo(2);
            assertThat(walk.events()).isEqualTo(30);
            assertThat(walk.complete()).isTrue();
            assertThat(walk.followedEachTokenOnce()).isTrue();
            assertThat(walk.findings()).isEmpty();
        });
        assertThat(cases.calls())
                .extracting(call -> call.caseId().orElseThrow())
                .containsExactly("one", "one", "two", "two", "three", "three");
        assertThat(cases.journal())
                .extracting(RecordedRequest::number)
                .isSorted()
                .hasSize(6);
    }

    @Test
    void showRequestsAndTheirResponses(CasesAudit cases) {
        cases.given("a-case").events(30);
        AuditReader.read(cases, "a-case");

        RecordedRequest second = cases.journal().get(1);
        assertThat(second.method()).isEqualTo("POST");
        assertThat(second.path()).endsWith("/cases/a-case/audit-history");
        assertThat(second.caseId()).contains("a-case");
        assertThat(second.headers().get("amz-sdk-request").get(0)).startsWith("attempt=1;");
        assertThat(second.body()).contains("\"nextToken\":\"token:");
        assertThat(second.bodyBytes()).isPositive();
        assertThat(second.response()).hasValueSatisfying(response -> {
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.events()).isEqualTo(5);
            assertThat(response.nextToken()).isEmpty();
            assertThat(response.complete()).isTrue();
        });
    }

    @Test
    void sayThatAnErrorWasNotRetried(CasesAudit cases) {
        cases.given("a-case").events(1).faults("Validation*forever");

        assertThatThrownBy(() -> AuditReader.read(cases, "a-case")).isInstanceOf(ValidationException.class);
        assertThat(cases.calls()).singleElement().satisfies(call -> {
            assertThat(call.succeeded()).isFalse();
            assertThat(call.retriedNonRetryable()).isFalse();
        });
    }

    @Test
    void areATableForPeople(CasesAudit cases) {
        assertThat(cases.callsAsTable())
                .contains("no request")
                .contains(cases.endpoint().toString(), cases.domain());
        cases.given("a-case").events(1).faults("Throttling, ok");
        AuditReader.read(cases, "a-case");

        assertThat(cases.callsAsTable().lines().toList())
                .hasSize(4)
                .satisfiesExactly(
                        titles -> assertThat(titles).contains("call", "attempt", "case", "waited", "got", "took"),
                        first -> assertThat(first).contains("a-case", "429 ThrottlingException", " ms", "Throttling"),
                        second -> assertThat(second).contains("a-case", "200", " ms"),
                        walk -> assertThat(walk).contains("walk of a-case: 1 page with 1 event, to the end"));
    }
}
