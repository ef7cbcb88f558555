package dev.casesaudit.junit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.junit.Behaviour;
import dev.casesaudit.junit.CasesAudit;
import dev.casesaudit.junit.CasesAuditExtension;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisteredExtensionIT {

    @RegisterExtension
    static final CasesAuditExtension AUDIT = new CasesAuditExtension();

    @BeforeEach
    void seed() {
        AUDIT.cases().given("a-case").events(5);
    }

    @RepeatedTest(4)
    @Behaviour(faults = "Throttling, ok")
    void givesEachTestItsOwnPart(CasesAudit cases) {
        assertThat(AUDIT.cases()).isSameAs(cases);
        assertThat(AuditReader.read(cases, "a-case")).hasSize(5);
        assertThat(cases.calls().get(0).attempts()).hasSize(2);
    }

    @RepeatedTest(2)
    void saysWhatToDoInAThreadOfTheTest() {
        assertThatThrownBy(() -> CompletableFuture.supplyAsync(AUDIT::cases).join())
                .hasMessageContaining("as a parameter of the test");
    }

    @Nested
    class AsAFieldOfEachInstance {

        @RegisterExtension
        final CasesAuditExtension own = new CasesAuditExtension();

        @RepeatedTest(2)
        void givesAPartToo() {
            assertThat(AuditReader.read(own.cases(), "a-case")).hasSize(5);
        }
    }
}
