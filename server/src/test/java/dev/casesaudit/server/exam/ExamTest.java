package dev.casesaudit.server.exam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Journal;
import dev.casesaudit.server.journal.RetryAdvice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExamTest {

    private final Journal journal = new Journal(0, Long.MAX_VALUE);
    private final Exam exam = new Exam("1", Kind.WALK);

    @Test
    void acceptsALimitedNumberOfRequestsATaskAndReportsTheLimitOnce() {
        for (int i = 0; i < Exam.MOST_REQUESTS; i++) {
            assertThat(exam.note(attempt("usual-pages"))).isFalse();
        }

        assertThat(exam.note(attempt("usual-pages"))).isTrue();
        assertThat(exam.note(attempt("usual-pages"))).isFalse();
        assertThat(exam.note(attempt("short-pages"))).isFalse();
    }

    @Test
    void reportsEachReasonOnce() {
        exam.note(attempt("usual-pages"));
        exam.note(attempt("usual-pages"));

        assertThat(exam.verdicts(World.empty()))
                .filteredOn(verdict -> verdict.task().equals("usual-pages"))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.reasons())
                        .containsExactly("read 0 of 60 events", "stopped after 1 page with a token in hand"));
    }

    @Test
    void ignoresCasesThatAreNoTasks() {
        assertThat(exam.note(attempt("elsewhere"))).isFalse();
        assertThat(exam.verdicts(World.empty()))
                .allSatisfy(verdict -> assertThat(verdict.reasons()).isEqualTo(List.of("got no request")));
    }

    // A page without events, with a token that no request follows.
    private Attempt attempt(String caseId) {
        Attempt attempt = journal.begin("POST", "/", Map.<String, String>of().entrySet(), null);
        attempt.setOperation("GetCaseAuditEvents");
        attempt.setCase(new CaseKey(exam.domainId(), caseId));
        attempt.setPage(0, Optional.of("token"));
        attempt.complete(200, null, RetryAdvice.NONE, true);
        return attempt;
    }
}
