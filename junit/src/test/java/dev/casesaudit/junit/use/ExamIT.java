package dev.casesaudit.junit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.junit.CasesAudit;
import dev.casesaudit.junit.CasesAuditTest;
import dev.casesaudit.junit.Exam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsRequest;

@CasesAuditTest
class ExamIT {

    @ParameterizedTest
    @ValueSource(strings = {"retry", "walk", "tomorrow", "errors"})
    void aSoundClientPasses(String kind, CasesAudit cases) {
        AuditReader reader = new AuditReader(cases.endpoint());

        cases.exam(kind, (endpoint, domain, caseId) -> reader.read(domain, caseId))
                .passes();
    }

    @Test
    void aClientThatReadsOnePageOnlyFailsWithTheReasons(CasesAudit cases) {
        AuditReader reader = new AuditReader(cases.endpoint());

        Exam exam = cases.exam(
                "walk",
                (endpoint, domain, caseId) -> reader.cases()
                        .getCaseAuditEvents(GetCaseAuditEventsRequest.builder()
                                .domainId(domain)
                                .caseId(caseId)
                                .build()));

        assertThatThrownBy(exam::passes)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The client failed ")
                .hasMessageContaining("of the exam walk:")
                .hasMessageContaining("    - read ")
                .hasMessageContaining("of 60 events");
        assertThat(exam.tasks()).anySatisfy(task -> assertThat(task.passed()).isFalse());
    }

    @Test
    void aClientThatThrowsFailsWithWhatItThrew(CasesAudit cases) {
        Exam exam = cases.exam("errors", (endpoint, domain, caseId) -> {
            throw new java.io.IOException("no cable for " + endpoint);
        });

        assertThatThrownBy(exam::passes)
                .hasMessageContaining("no request")
                .hasMessageContaining("The client threw java.io.IOException: no cable for " + cases.endpoint())
                .satisfies(error -> assertThat(error.getSuppressed()).hasSameSizeAs(exam.tasks()));
    }

    @Test
    void anUnknownExamIsRefusedWithThoseThereAre(CasesAudit cases) {
        assertThatThrownBy(() -> cases.exam("swim", (endpoint, domain, caseId) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("retry")
                .hasMessageContaining("swim");
    }
}
