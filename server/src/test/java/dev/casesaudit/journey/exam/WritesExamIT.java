package dev.casesaudit.journey.exam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.StandardClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.CommentBodyTextType;
import software.amazon.awssdk.services.connectcases.model.CreateRelatedItemRequest;
import software.amazon.awssdk.services.connectcases.model.FieldValue;
import software.amazon.awssdk.services.connectcases.model.FieldValueUnion;
import software.amazon.awssdk.services.connectcases.model.RelatedItemType;

/** The exam for clients that write, taken by clients that make changes once, twice or never. */
class WritesExamIT {

    private static final List<String> COMMENTED_TWICE = List.of("left 2 comments 'a comment' on the case, expected 1");

    private final ControlClient control = ControlClient.of(PackagedMock.shared());

    @AutoClose
    private final StandardClient standard = StandardClient.of(PackagedMock.shared());

    @AutoClose
    private final StandardClient once = StandardClient.tryingOnce(PackagedMock.shared());

    @Test
    void isPassedByAClientThatReadsTheHistoryBeforeItCommentsAgain() {
        RunningExam exam = take((domainId, task) -> {
            if (!isOf(task, "comment")) {
                write(domainId, task);
            } else if (!tries(() -> comment(once.cases(), domainId, task)) && !hasComment(domainId, task)) {
                comment(standard.cases(), domainId, task);
            }
        });

        assertThat(exam.tasks()).hasSize(9);
        assertThat(exam.failures()).isEmpty();
        assertThat(exam.verdict()).isEqualTo("passed");
        exam.end();
    }

    @Test
    void showsThatTheSdkItselfCommentsTwice() {
        RunningExam exam = take(this::write);

        assertThat(exam.failures()).isEqualTo(Map.of("comment-lost", COMMENTED_TWICE));
        exam.end();
    }

    @Test
    void isFailedByAClientThatMakesANewTokenForEachAttempt() {
        RunningExam exam = take((domainId, task) -> {
            if (!isOf(task, "create")) {
                write(domainId, task);
            }
            for (int attempt = 0; isOf(task, "create") && attempt < 3; attempt++) {
                if (tries(() ->
                        create(once.cases(), domainId, task, UUID.randomUUID().toString()))) {
                    return;
                }
            }
        });

        String[] tokens = {"sent 2 different clientTokens in 2 attempts", "sent 3 different clientTokens in 3 attempts"
        };
        assertThat(exam.failures())
                .containsEntry("create-throttled", List.of(tokens[0]))
                .containsEntry("create-lost", List.of("left 2 cases in the domain, expected 1", tokens[0]))
                .containsEntry("create-conflict", List.of("made 3 attempts for an error that is not retryable"));
        exam.end();
    }

    @Test
    void isFailedByAClientThatWritesTwiceOrGivesUp() {
        RunningExam exam = take((domainId, task) -> {
            if (isOf(task, "update")) {
                update(standard.cases(), domainId, task, "updated");
                update(standard.cases(), domainId, task, "something else");
                update(standard.cases(), domainId, task, "updated");
            } else if (isOf(task, "create")) {
                tries(() ->
                        create(once.cases(), domainId, task, UUID.randomUUID().toString()));
            }
        });

        List<String> updatedTwice = List.of("left 2 edits in the history that set the title to 'updated', expected 1");
        assertThat(exam.failures())
                .containsEntry("update-throttled", updatedTwice)
                .containsEntry("update-lost", updatedTwice)
                .containsEntry("create-throttled", List.of("left 0 cases in the domain, expected 1"))
                .containsEntry("comment-lost", List.of("got no request"));
        exam.end();
    }

    private RunningExam take(RunningExam.Candidate candidate) {
        return RunningExam.start(control, "writes")
                .takenBy((domainId, task) -> tries(() -> candidate.take(domainId, task)));
    }

    // Whether it succeeded.
    private static boolean tries(Runnable call) {
        try {
            call.run();
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    private static boolean isOf(String task, String kind) {
        return task.startsWith(kind);
    }

    private void write(String domainId, String task) {
        if (isOf(task, "create")) {
            create(standard.cases(), domainId, task, UUID.randomUUID().toString());
        } else if (isOf(task, "update")) {
            update(standard.cases(), domainId, task, "updated");
        } else {
            comment(standard.cases(), domainId, task);
        }
    }

    private static void create(ConnectCasesClient cases, String domainId, String title, String token) {
        cases.createCase(request -> request.domainId(domainId)
                .templateId("template-general")
                .clientToken(token)
                .fields(
                        field("title", title),
                        field("customer_id", "arn:aws:profile:us-east-1:1:domains/d/profiles/p")));
    }

    private static void update(ConnectCasesClient cases, String domainId, String caseId, String title) {
        cases.updateCase(request -> request.domainId(domainId).caseId(caseId).fields(field("title", title)));
    }

    private static FieldValue field(String id, String value) {
        return FieldValue.builder()
                .id(id)
                .value(FieldValueUnion.fromStringValue(value))
                .build();
    }

    private static void comment(ConnectCasesClient cases, String domainId, String caseId) {
        cases.createRelatedItem(CreateRelatedItemRequest.builder()
                .domainId(domainId)
                .caseId(caseId)
                .type(RelatedItemType.COMMENT)
                .content(content -> content.comment(
                        comment -> comment.body("a comment").contentType(CommentBodyTextType.TEXT_PLAIN)))
                .build());
    }

    private boolean hasComment(String domainId, String caseId) {
        return StandardClient.events(standard.walk(domainId, caseId)).stream()
                .map(AuditEvent::relatedItemTypeAsString)
                .anyMatch("Comment"::equals);
    }
}
