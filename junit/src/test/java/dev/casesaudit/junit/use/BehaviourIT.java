package dev.casesaudit.junit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.junit.Behaviour;
import dev.casesaudit.junit.CasesAudit;
import dev.casesaudit.junit.CasesAuditTest;
import dev.casesaudit.junit.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connectcases.model.AccessDeniedException;
import software.amazon.awssdk.services.connectcases.model.AuditEventType;

@CasesAuditTest
@Behaviour(pages = "short-pages")
class BehaviourIT {

    @BeforeEach
    void seed(CasesAudit cases) {
        cases.given("a-case").events(60);
    }

    private static void hadShortPages(RecordedRequest request) {
        assertThat(request.fault())
                .hasValueSatisfying(fault -> assertThat(fault).endsWith("pages: short-pages"));
    }

    @Test
    void comesFromTheClass(CasesAudit cases) {
        AuditReader.read(cases, "a-case");

        assertThat(cases.journal()).allSatisfy(BehaviourIT::hadShortPages);
    }

    @Test
    @Behaviour(faults = "Throttling, ok", calls = 1)
    void comesFromTheMethodBesideThatOfTheClass(CasesAudit cases) {
        AuditReader.read(cases, "a-case");

        assertThat(cases.journal()).allSatisfy(BehaviourIT::hadShortPages);
        assertThat(cases.calls().get(0).attempts()).hasSize(2);
        assertThat(cases.calls().get(1).attempts()).hasSize(1);
    }

    @Test
    @Behaviour(tomorrow = "event-type")
    void addsWhatNoSdkKnows(CasesAudit cases) {
        assertThat(AuditReader.read(cases, "a-case"))
                .allSatisfy(event -> assertThat(event.type()).isEqualTo(AuditEventType.UNKNOWN_TO_SDK_VERSION));
    }

    @Test
    @Behaviour(rateLimit = 0.001, burst = 1)
    void limitsTheRate(CasesAudit cases) {
        assertThatThrownBy(() -> AuditReader.read(cases, "a-case")).hasMessageContaining("429");
    }

    @Test
    void isSetByCallForTheDomainAndMoreSpecificallyForACase(CasesAudit cases) {
        cases.faults("AccessDenied*forever").pages("null-token").tomorrow("null-items");
        cases.given("open").faults("ok").events(10).pages("empty-last-page");

        assertThatThrownBy(() -> AuditReader.read(cases, "a-case")).isInstanceOf(AccessDeniedException.class);
        assertThat(AuditReader.read(cases, "open")).hasSize(10);
    }

    @Test
    void ofACaseIsNotLostWithANewHistoryAndANewScriptIsForAllCalls(CasesAudit cases) {
        cases.given("a-case").faults("AccessDenied*forever", 1);
        cases.given("a-case").events(5).faults("AccessDenied*forever").events(6);

        for (int call = 0; call < 2; call++) {
            assertThatThrownBy(() -> AuditReader.read(cases, "a-case")).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void thatIsWrittenWrongSaysWhere(CasesAudit cases) {
        assertThatThrownBy(() -> cases.faults("Throtling"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Throtling' at character 1");
    }

    @Nested
    @Behaviour(faults = "AccessDenied*forever")
    class InANestedClass {

        @Test
        void comesFromBothClasses(CasesAudit cases) {
            assertThatThrownBy(() -> AuditReader.read(cases, "a-case")).isInstanceOf(AccessDeniedException.class);
        }

        @Test
        @Behaviour(faults = "ok")
        void comesFromTheMethodFirst(CasesAudit cases) {
            assertThat(AuditReader.read(cases, "a-case")).hasSize(60);
            assertThat(cases.journal()).allSatisfy(BehaviourIT::hadShortPages);
        }
    }
}
