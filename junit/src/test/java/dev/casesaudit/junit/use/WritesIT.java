package dev.casesaudit.junit.use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.junit.Behaviour;
import dev.casesaudit.junit.CasesAudit;
import dev.casesaudit.junit.CasesAuditTest;
import dev.casesaudit.junit.RecordedEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@CasesAuditTest
class WritesIT {

    @Test
    @Behaviour(faults = "Throttling, lost, ok")
    void ofTheCodeUnderTestLeaveAHistory(CasesAudit cases) {
        CaseWriter writer = new CaseWriter(cases.endpoint());
        String caseId = writer.create(cases.domain(), "A fan that hums");
        writer.close(cases.domain(), caseId);

        assertThat(cases.caseIds()).as("one case, although an answer was lost").containsExactly(caseId);
        List<RecordedEvent> history = cases.history(caseId);
        assertThat(history).extracting(RecordedEvent::type).containsExactly("Case.Created", "Case.Updated");
        assertThat(history.get(1).field("status"))
                .contains(new RecordedEvent.Change("status", Optional.of("open"), Optional.of("closed")));
    }
}
