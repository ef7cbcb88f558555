package dev.casesaudit.journey.exam;

import static dev.casesaudit.journey.sdk.StandardClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.StandardClient;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsResponse;

/** The SDK in standard mode is a sound client, but for one thing that its paginator does not look at. */
class SdkExamIT {

    private final ControlClient control = ControlClient.of(PackagedMock.shared());

    @AutoClose
    private final StandardClient client = StandardClient.of(PackagedMock.shared());

    @ParameterizedTest
    @CsvSource({"retry, 6", "walk, 10", "tomorrow, 8", "errors, 6"})
    void passes(String kind, int tasks) {
        RunningExam exam = RunningExam.start(control, kind).takenBy(this::readWithGuard);

        assertThat(exam.tasks()).hasSize(tasks);
        assertThat(exam.failures()).isEmpty();
        assertThat(exam.verdict()).isEqualTo("passed");
        exam.end();
    }

    @Test
    void failsAWalkThatNeverEndsWithoutAGuardAgainstIt() {
        RunningExam exam = RunningExam.start(control, "walk").takenBy(this::read);

        assertThat(exam.failures())
                .isEqualTo(Map.of(
                        "illegal-repeated-token",
                        List.of("sent 500 requests where each page returns the token of its own request, expected 2")));
        assertThat(exam.verdict()).isEqualTo("failed");
        exam.end();
    }

    private void readWithGuard(String domainId, String caseId) {
        Set<String> seen = new HashSet<>();
        try {
            for (GetCaseAuditEventsResponse page :
                    client.cases().getCaseAuditEventsPaginator(request(domainId, caseId))) {
                if (page.nextToken() != null && !seen.add(page.nextToken())) {
                    return;
                }
            }
        } catch (SdkException e) {
            assertThat(e.numAttempts()).as(caseId).isBetween(1, 3);
        }
    }

    private void read(String domainId, String caseId) {
        try {
            assertThat(client.walk(domainId, caseId)).isNotEmpty();
        } catch (SdkException e) {
            // The limit of the task ends the endless walk.
            assertThat(e).hasMessageContaining("This task has had 500 requests, and takes no more");
        }
    }
}
