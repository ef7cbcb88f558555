package dev.casesaudit.journey.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.StandardClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.connectcases.model.ThrottlingException;

class RateLimitIT {

    private static final String LIMITED = "rate-limited";

    private final ControlClient control = ControlClient.of(PackagedMock.shared());

    @AutoClose
    private final StandardClient hasty = StandardClient.tryingOnce(PackagedMock.shared());

    @AfterEach
    void takeTheLimitBack() {
        control.delete("domains/rate-limited/rate-limit");
    }

    @Test
    void throttlesADomainBeyondItsBurstAndNoOther() {
        control.seed(LIMITED, "case", 3);
        control.seed("rate-not-limited", "case", 3);
        // So slow that no machine is slow enough to be let through once more.
        control.put("domains/rate-limited/rate-limit", "{\"rate\": 0.001, \"burst\": 3}");

        for (int request = 0; request < 3; request++) {
            assertThat(hasty.get(LIMITED, "case").auditEvents()).hasSize(3);
        }

        ThrottlingException raised = assertThrows(ThrottlingException.class, () -> hasty.get(LIMITED, "case"));
        assertThat(raised.statusCode()).isEqualTo(429);
        assertThat(raised.awsErrorDetails().errorMessage()).isEqualTo("Rate exceeded");
        assertThat(hasty.get("rate-not-limited", "case").auditEvents()).hasSize(3);
    }

    @Test
    void respondsBeyondTheLimitWithTheConfiguredError() {
        control.seed(LIMITED, "told", 3);
        JsonNode limit = control.put(
                "domains/rate-limited/rate-limit",
                "{\"rate\": 0.001, \"answer\": \"ThrottlingException(retryAfter=7, retryAfterMillis=250)\"}");
        assertThat(limit.path("answer").asText()).isEqualTo("Throttling(retryAfter=7, retryAfterMillis=250)");
        hasty.get(LIMITED, "told");

        ThrottlingException raised = assertThrows(ThrottlingException.class, () -> hasty.get(LIMITED, "told"));

        SdkHttpResponse answer = raised.awsErrorDetails().sdkHttpResponse();
        assertThat(answer.firstMatchingHeader("retry-after")).hasValue("7");
        assertThat(answer.firstMatchingHeader("x-amz-retry-after")).hasValue("250");
        JsonNode attempt = control.call(hasty.lastCall()).path("attempts").path(0);
        assertThat(attempt.path("retryAfterSeconds").asInt()).isEqualTo(7);
        assertThat(attempt.path("retryAfterMilliseconds").asInt()).isEqualTo(250);
    }

    @Test
    void servesAPatientClientInTheEnd() {
        control.seed(LIMITED, "patient", 100);
        control.put("domains/rate-limited/rate-limit", "{\"rate\": 4, \"burst\": 1}");

        // More attempts than by default, so that luck with its waits plays no part.
        try (StandardClient patient = StandardClient.of(
                PackagedMock.shared(),
                configuration -> configuration.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(10)
                        .build()))) {
            assertThat(StandardClient.events(patient.walk(LIMITED, "patient"))).hasSize(100);
        }

        List<Instant> pages = pages();
        assertThat(pages).hasSize(4);
        // The journal is newest first, and goes by another clock than the bucket.
        assertThat(Duration.between(pages.get(3), pages.get(0))).isGreaterThan(Duration.ofMillis(700));
    }

    private List<Instant> pages() {
        JsonNode journal = control.get("journal?domainId=rate-limited&caseId=patient&status=200");
        return StreamSupport.stream(journal.path("requests").spliterator(), false)
                .map(request -> Instant.parse(request.path("at").asText()))
                .toList();
    }
}
