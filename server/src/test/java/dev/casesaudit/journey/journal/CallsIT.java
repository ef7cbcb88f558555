package dev.casesaudit.journey.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.control.CheckedControl;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls and walks that the journal derives from hand-made requests. */
class CallsIT {

    private static final CheckedControl CONTROL = CheckedControl.own();

    @BeforeEach
    void seed() {
        CONTROL.reset();
        CONTROL.putCase("d", "c", CheckedControl.history(5));
    }

    @AfterEach
    void reset() {
        CONTROL.reset();
    }

    @Test
    void showsTheAttemptsOfACall() {
        setFaults("Throttling, InternalServer(retryAfter=0)");
        attempt("call-1", 429);
        attempt("call-1", 500);
        attempt("call-2", 429);
        attempt("call-1", 200);

        JsonNode call = CONTROL.read("/_mock/calls/call-1");

        JsonNode attempts = call.path("attempts");
        assertThat(attempts.findValuesAsText("status")).containsExactly("429", "500", "200");
        assertThat(attempts.findValuesAsText("error"))
                .containsExactly("ThrottlingException", "InternalServerException");
        assertThat(attempts.findValuesAsText("fault")).containsExactly("Throttling", "InternalServer(retryAfter=0)");
        assertThat(attempts.path(0).has("gapMilliseconds")).isFalse();
        assertThat(attempts.path(1).path("gapMilliseconds").asDouble()).isPositive();
        assertThat(attempts.path(2).path("gapMilliseconds").asDouble()).isPositive();
        assertThat(call.path("succeeded").asBoolean()).isTrue();
        assertThat(call.path("retryAfter").asText()).isEqualTo("honoured");
        assertThat(call.path("retriedNonRetryable").asBoolean()).isFalse();
        assertThat(call.path("findings")).isEmpty();
        assertThat(CONTROL.read("/_mock/calls").path("calls").findValuesAsText("invocationId"))
                .containsExactly("call-2", "call-1");
    }

    @Test
    void seesThatARetryDidNotWait() {
        setFaults("InternalServer(retryAfter=30)");
        attempt("hasty", 500);
        attempt("hasty", 200);

        JsonNode call = CONTROL.read("/_mock/calls/hasty");

        assertThat(call.path("retryAfter").asText()).isEqualTo("ignored");
        assertThat(call.path("findings").path(0).asText()).startsWith("was asked to wait 30 s, and came back after ");
    }

    @Test
    void seesThatARetryWaited() {
        setFaults("InternalServer(retryAfter=1)");
        attempt("patient", 500);
        CompletableFuture.runAsync(
                        () -> attempt("patient", 200), CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS))
                .join();

        JsonNode call = CONTROL.read("/_mock/calls/patient");

        assertThat(call.path("retryAfter").asText()).isEqualTo("honoured");
        assertThat(call.path("attempts").path(1).path("gapMilliseconds").asDouble())
                .isGreaterThan(900);
        assertThat(call.path("findings")).isEmpty();
    }

    @Test
    void reportsARetryOfAnErrorThatIsNotRetryable() {
        setFaults("AccessDenied*2");
        attempt("stubborn", 403);
        attempt("stubborn", 403);

        JsonNode call = CONTROL.read("/_mock/calls/stubborn");

        assertThat(call.path("retriedNonRetryable").asBoolean()).isTrue();
        assertThat(call.path("succeeded").asBoolean()).isFalse();
        assertThat(call.has("retryAfter")).isFalse();
        assertThat(call.path("findings").path(0).asText())
                .isEqualTo("tried AccessDeniedException again, which will be the same each time");
    }

    // Older SDKs name a call by another header, and number its attempts by another.
    @ParameterizedTest
    @CsvSource({
        "amz-sdk-invocation-id, amz-sdk-request, attempt=N; max=3",
        "amz-sdk-invocation-id, amz-sdk-retry, N/0/500",
        "aws-sdk-invocation-id, aws-sdk-retry, N/0",
        "Aws-Sdk-Invocation-Id, aws-sdk-request, attempt=N"
    })
    void recognizesCallsOfEachGenerationOfSdks(String idHeader, String attemptHeader, String attempt) {
        setFaults("Throttling, ok");

        for (String call : new String[] {"call-1", "call-2"}) {
            for (int i = 0; i < 2; i++) {
                CONTROL.ask("d", "c", "{}", idHeader, call, attemptHeader, attempt.replace("N", String.valueOf(i)))
                        .statusCode(i == 0 ? 429 : 200);
            }
        }

        JsonNode calls = CONTROL.read("/_mock/calls").path("calls");
        assertThat(calls.findValuesAsText("invocationId")).containsExactly("call-2", "call-1");
        assertThat(calls).allSatisfy(call -> assertThat(call.path("attempts")).hasSize(2));
        assertThat(CONTROL.read("/_mock/calls/call-1").path("succeeded").asBoolean())
                .isTrue();
        assertThat(CONTROL.read("/_mock/journal?invocationId=call-2").path("requests"))
                .hasSize(2);
        assertThat(CONTROL.read(CheckedControl.path("d", "c") + "/behaviour")
                        .path("callsSeen")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void treatsRequestsWithoutAnIdAsCallsOfTheirOwn() {
        CONTROL.ask("d", "c", "{}");
        CONTROL.ask("d", "c", "{}");

        JsonNode calls = CONTROL.read("/_mock/calls").path("calls");

        assertThat(calls).hasSize(2);
        assertThat(calls.path(0).has("invocationId")).isFalse();
        assertThat(calls.path(0).path("attempts")).hasSize(1);
    }

    @Test
    void seesWalksThatEndAndWalksThatDoNot() {
        CONTROL.putCase("d", "other", CheckedControl.history(5));
        CONTROL.walk("d", "c", 2, () -> {});
        CONTROL.page(
                "d",
                "other",
                2,
                CONTROL.page("d", "other", 2, "").path("nextToken").asText());

        JsonNode walks = CONTROL.read("/_mock/calls").path("walks");

        assertThat(walks.findValuesAsText("caseId")).containsExactly("other", "c");
        assertThat(walks.findValuesAsText("pages")).containsExactly("2", "3");
        assertThat(walks.findValuesAsText("events")).containsExactly("4", "5");
        assertThat(walks.findValuesAsText("complete")).containsExactly("false", "true");
        assertThat(walks.findValuesAsText("followedEachTokenOnce")).containsExactly("false", "true");
        assertThat(walks.path(0).path("findings").path(0).asText())
                .isEqualTo("stopped after 2 pages with a token in hand");
        assertThat(CONTROL.read("/_mock/calls?caseId=c&limit=2").path("calls")).hasSize(2);
        assertThat(CONTROL.read("/_mock/calls?caseId=c").path("walks")).hasSize(1);
        assertThat(CONTROL.read("/_mock/calls?domainId=none").path("walks")).isEmpty();
    }

    private static void setFaults(String script) {
        CONTROL.put(CheckedControl.path("d", "c") + "/behaviour", "{\"faults\": \"%s\"}".formatted(script))
                .statusCode(200);
    }

    private static void attempt(String call, int status) {
        CONTROL.ask("d", "c", "{}", "amz-sdk-invocation-id", call).statusCode(status);
    }
}
