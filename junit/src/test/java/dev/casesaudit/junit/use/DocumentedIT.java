package dev.casesaudit.junit.use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.junit.Attempt;
import dev.casesaudit.junit.Behaviour;
import dev.casesaudit.junit.Call;
import dev.casesaudit.junit.CasesAudit;
import dev.casesaudit.junit.CasesAuditExtension;
import dev.casesaudit.junit.CasesAuditTest;
import dev.casesaudit.junit.RecordedEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;

/** The examples of docs/junit.md. */
class DocumentedIT {

    @Nested
    @CasesAuditTest
    class ByAnnotation {

        @Test
        void givesHistories(CasesAudit cases) {
            String created = """
                    {"eventId": "1", "type": "Case.Created", "performedTime": "2026-03-02T11:02:00Z", "fields": []}""";
            String updated = created.replace("\"1\"", "\"2\"").replace("Created", "Updated");
            String closed = updated.replace("\"2\"", "\"3\"");

            cases.given("generated").events(60); // the same ones each time
            cases.given("of-another-seed").events(60, 2);
            cases.given("explicit").events(created, updated).append(closed); // each as JSON, oldest first
            cases.given("captured").fixture("classpath:fixtures/two-cases.yaml");
            cases.fixtures(Path.of("src/test/resources/fixtures/two-cases.yaml")); // every case of the file

            assertThat(AuditReader.read(cases, "explicit")).hasSize(3);
            assertThat(AuditReader.read(cases, "captured")).hasSize(2);
        }

        @Test
        void setsBehaviours(CasesAudit cases) {
            cases.faults("Throttling*2, ok").pages("short-pages, null-token").tomorrow("all");
            cases.given("denied").faults("AccessDenied*forever", 1); // for one SDK call
            cases.rateLimit(50, 10); // requests a second, and how many at once

            cases.given("a-case").events(60);
            assertThat(AuditReader.read(cases, "a-case")).hasSize(60);
        }

        @Test
        @Behaviour(faults = "Throttling(retryAfter=1), ok")
        void seesWhatClientsSent(CasesAudit cases) {
            cases.given("a-case").events(60);
            AuditReader.read(cases, "a-case");

            Call call = cases.calls().get(0);
            assertThat(call.attempts()).extracting(Attempt::status).containsExactly(429, 200);
            assertThat(call.honouredRetryAfter()).contains(true);
            assertThat(cases.walks())
                    .allSatisfy(walk -> assertThat(walk.findings()).isEmpty());
            assertThat(cases.journal().get(0).headers()).containsKey("user-agent");
        }

        @Test
        void seesWhatTheCodeUnderTestHasWritten(CasesAudit cases) {
            CaseWriter writer = new CaseWriter(cases.endpoint()); // the code under test
            String caseId = writer.create(cases.domain(), "A fan that hums");

            assertThat(cases.caseIds()).containsExactly(caseId);
            assertThat(cases.history(caseId)).extracting(RecordedEvent::type).containsExactly("Case.Created");
        }
    }

    @Nested
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    class ByRegisteredExtension {

        @RegisterExtension
        final CasesAuditExtension audit = new CasesAuditExtension().redirectSdk();

        @Test
        void readsWithAClientOutOfReach() {
            audit.cases().given("a-case").events(60);
            AuditReader reader = new AuditReader(ConnectCasesClient.create()); // knows nothing of the mock

            assertThat(reader.read(audit.cases().domain(), "a-case")).hasSize(60);
        }
    }

    @Test
    void needsNoFramework() {
        try (CasesAudit cases = CasesAudit.start()) {
            cases.given("a-case").events(60);
            AuditReader reader = new AuditReader(cases.endpoint());

            assertThat(reader.read(cases.domain(), "a-case")).hasSize(60);
        }
    }
}
