package sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.junit.Behaviour;
import dev.casesaudit.junit.CasesAudit;
import dev.casesaudit.junit.CasesAuditTest;
import org.junit.jupiter.api.Test;

@CasesAuditTest
class AuditReaderTest {

    @Test
    @Behaviour(faults = "Throttling*2, ok", pages = "short-pages")
    void readsThroughThrottling(CasesAudit cases) { // with a domain of this test's own
        cases.given("a-case").events(60);
        AuditReader reader = new AuditReader(cases.endpoint());

        assertThat(reader.read(cases.domain(), "a-case")).hasSize(60);
        assertThat(cases.walks())
                .singleElement()
                .satisfies(walk -> assertThat(walk.complete()).isTrue());
    }
}
