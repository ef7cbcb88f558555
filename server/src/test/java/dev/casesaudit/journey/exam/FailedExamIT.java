package dev.casesaudit.journey.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.StandardClient;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.connectcases.model.ResourceNotFoundException;

/** Exams report the mistakes of clients. */
class FailedExamIT {

    private final ControlClient control = ControlClient.of(PackagedMock.shared());
    private final HandWrittenClient client = new HandWrittenClient(control.endpoint());

    @Test
    void reportsIgnoredTokens() {
        RunningExam exam = RunningExam.start(control, "walk").takenBy(client::readFirstPage);

        List<String> firstOf60 = List.of("read 25 of 60 events", "stopped after 1 page with a token in hand");
        assertThat(exam.failures())
                .containsOnlyKeys(
                        "usual-pages",
                        "short-pages",
                        "empty-pages",
                        "empty-last-page",
                        "null-token",
                        "long-tokens",
                        "tokens-once",
                        "throttled-pages",
                        "illegal-empty-token")
                .containsEntry("usual-pages", firstOf60)
                .containsEntry(
                        "empty-pages", List.of("read 0 of 60 events", "stopped after 1 page with a token in hand"))
                .containsEntry(
                        "empty-last-page", List.of("read 25 of 50 events", "stopped after 1 page with a token in hand"))
                .containsEntry("throttled-pages", firstOf60);
        assertThat(exam.verdict()).isEqualTo("failed");
        exam.end();
    }

    @Test
    void reportsTokensThatLeadBackToTheirPage() {
        RunningExam exam = RunningExam.start(control, "walk").takenBy(client::followEveryToken);

        assertThat(exam.failures())
                .isEqualTo(Map.of(
                        "illegal-repeated-token",
                        List.of("sent 500 requests where each page returns the token of its own request, expected 2")));
        exam.end();
    }

    @Test
    void reportsRetriesOfErrorsThatAreNotRetryable() {
        RunningExam exam = RunningExam.start(control, "errors")
                .takenBy((domainId, caseId) -> client.tryAgain(domainId, caseId, Optional.empty(), 5));

        List<String> inVain = List.of("made 5 attempts for an error that is not retryable");
        assertThat(exam.failures()).isEqualTo(Map.of("invalid", inVain, "denied", inVain, "missing", inVain));
        exam.end();
    }

    @Test
    void reportsRetriesWithoutWaiting() {
        RunningExam exam = RunningExam.start(control, "retry").takenBy(this::hammer);

        List<String> reasons = exam.failures().getOrDefault("throttled-for-good", List.of());
        assertThat(reasons).hasSize(2);
        assertThat(reasons.get(0)).isEqualTo("made 400 attempts, expected at most 10");
        assertThat(reasons.get(1)).matches("retried \\d+ ms after each response, without backing off");
        exam.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "walk", "tomorrow", "errors", "writes"})
    void failsAClientThatDoesNotTakeIt(String kind) {
        RunningExam exam = RunningExam.start(control, kind);

        assertThat(exam.verdict()).isEqualTo("failed");
        assertThat(exam.failures())
                .containsOnlyKeys(exam.tasks())
                .allSatisfy((task, reasons) -> assertThat(reasons).containsExactly("got no request"));
        exam.end();
    }

    @Test
    void removesItsDomainWhenItEnds() {
        RunningExam exam = RunningExam.start(control, "errors");
        assertThat(control.get("state").path("behaviours").findValuesAsText("domainId"))
                .contains(exam.domainId());

        exam.end();

        assertThat(control.send("GET", "exams/" + exam.id(), "").statusCode()).isEqualTo(404);
        assertThat(control.get("exams").path("exams"))
                .extracting(one -> one.path("examId").asText())
                .doesNotContain(exam.id());
        assertThat(control.get("state").path("behaviours").findValuesAsText("domainId"))
                .doesNotContain(exam.domainId());
        try (StandardClient sdk = StandardClient.of(PackagedMock.shared())) {
            ResourceNotFoundException raised = assertThrows(
                    ResourceNotFoundException.class, () -> sdk.get(exam.domainId(), "internal-error-for-good"));
            assertThat(raised.resourceType()).isEqualTo("Domain");
        }
    }

    // The connection that is reset counts as an attempt too.
    private void hammer(String domainId, String caseId) {
        try {
            client.tryAgain(domainId, caseId, Optional.empty(), 400);
        } catch (UncheckedIOException e) {
            client.tryAgain(domainId, caseId, Optional.empty(), 400);
        }
    }
}
