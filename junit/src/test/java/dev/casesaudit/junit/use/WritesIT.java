package dev.casesaudit.junit.use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.junit.Behaviour;
import dev.casesaudit.junit.CasesAudit;
import dev.casesaudit.junit.CasesAuditTest;
import dev.casesaudit.junit.RecordedEvent;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.FieldValue;
import software.amazon.awssdk.services.connectcases.model.FieldValueUnion;
import software.amazon.awssdk.services.connectcases.model.UserUnion;

@CasesAuditTest
class WritesIT {

    private static final UserUnion AGENT =
            UserUnion.fromUserArn("arn:aws:connect:us-east-1:111122223333:instance/i/agent/a");

    @Test
    @Behaviour(faults = "Throttling, lost, ok")
    void ofTheCodeUnderTestLeaveAHistory(CasesAudit cases) {
        try (ConnectCasesClient client = new AuditReader(cases.endpoint()).cases()) {
            String caseId = create(client, cases.domain());
            client.updateCase(request -> request.domainId(cases.domain())
                    .caseId(caseId)
                    .performedBy(AGENT)
                    .fields(text("title", "A fan that hums")));

            assertThat(cases.caseIds())
                    .as("one case, although an answer was lost")
                    .containsExactly(caseId);
            assertThat(cases.history(caseId))
                    .extracting(RecordedEvent::type)
                    .containsExactly("Case.Created", "Case.Updated");
            RecordedEvent update = cases.history(caseId).get(1);
            assertThat(update.field("title"))
                    .contains(new RecordedEvent.Change("title", Optional.of("A fan"), Optional.of("A fan that hums")));
            assertThat(update.user()).contains(AGENT.userArn());
        }
    }

    private static String create(ConnectCasesClient client, String domain) {
        return client.createCase(request -> request.domainId(domain)
                        .templateId("template-general")
                        .clientToken(UUID.randomUUID().toString())
                        .fields(
                                text("title", "A fan"),
                                text("customer_id", "arn:aws:profile:us-east-1:1:domains/d/profiles/p")))
                .caseId();
    }

    private static FieldValue text(String id, String value) {
        return FieldValue.builder()
                .id(id)
                .value(FieldValueUnion.fromStringValue(value))
                .build();
    }
}
