package dev.casesaudit.junit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.junit.CasesAudit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connectcases.model.ResourceNotFoundException;

class ProgrammaticIT {

    @Test
    void givesADomainUntilItIsClosed() {
        CasesAudit other = CasesAudit.start();
        String domain;
        try (CasesAudit cases = CasesAudit.start()) {
            domain = cases.domain();
            cases.given("a-case").events(3);

            assertThat(cases.endpoint()).isEqualTo(other.endpoint());
            assertThat(domain).isNotEqualTo(other.domain());
            assertThat(AuditReader.read(cases, "a-case")).hasSize(3);
        }

        assertThatThrownBy(() -> new AuditReader(other.endpoint()).read(domain, "a-case"))
                .isInstanceOf(ResourceNotFoundException.class);
        other.close();
        other.close();
    }
}
