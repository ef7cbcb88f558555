package dev.casesaudit.journey.write;

import static dev.casesaudit.journey.write.EarnedCases.DOMAIN;
import static dev.casesaudit.journey.write.EarnedCases.creation;
import static dev.casesaudit.journey.write.EarnedCases.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.SdkClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.ConnectCasesException;
import software.amazon.awssdk.services.connectcases.model.CreateCaseRequest;
import software.amazon.awssdk.services.connectcases.model.FieldSummary;
import software.amazon.awssdk.services.connectcases.model.FieldValue;
import software.amazon.awssdk.services.connectcases.model.RelatedItemInputContent;
import software.amazon.awssdk.services.connectcases.model.ThrottlingException;
import software.amazon.awssdk.services.connectcases.model.ValidationException;

/** What fixtures declare, what settings limit, and what an export keeps. */
class WorldOfCasesIT {

    @Test
    void hasTheFieldsAndTemplatesOfItsFixtures(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), """
                domain: contact-center
                fields:
                  - {id: status, options: [open, closed, waiting]}
                  - {id: amount, type: Number}
                templates:
                  - {id: small, requiredFields: [amount]}
                  - {id: free}
                cases: {}
                """);
        try (PackagedMock mock = PackagedMock.start("-Dcases.fixtures=" + file);
                ConnectCasesClient client = SdkClients.of(mock)) {
            CreateCaseRequest request = CreateCaseRequest.builder()
                    .domainId(DOMAIN)
                    .templateId("small")
                    .fields(text("status", "waiting"))
                    .build();

            assertThatThrownBy(() -> client.createCase(request))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("Template small requires the field amount");
            assertThat(client.createCase(request.toBuilder().templateId("free").build())
                            .caseId())
                    .isNotBlank();
            assertThat(client.listFields(fields -> fields.domainId(DOMAIN)).fields())
                    .extracting(FieldSummary::fieldId)
                    .hasSize(13)
                    .endsWith("amount");
        }
    }

    @Test
    void isTheSameAfterAnExportAndAnImport() {
        try (PackagedMock mock = PackagedMock.start();
                ConnectCasesClient client = SdkClients.of(mock)) {
            ControlClient control = ControlClient.of(mock);
            EarnedCases cases = new EarnedCases(client);
            CreateCaseRequest request = creation(text("summary", "s")).build();
            String caseId = client.createCase(request).caseId();
            cases.update(caseId, text("status", "closed"));
            String itemId = client.createRelatedItem(item -> item.domainId(DOMAIN)
                            .caseId(caseId)
                            .type("Comment")
                            .content(RelatedItemInputContent.fromComment(
                                    comment -> comment.body("hi").contentType("Text/Plain"))))
                    .relatedItemId();
            String[] fields = {"title", "summary", "status", "created_datetime", "last_closed_datetime", "case_id"};
            List<AuditEvent> history = cases.history(caseId);
            List<FieldValue> values = cases.read(caseId, fields).fields();
            String world = control.text("world");
            control.delete("state");
            assertThatThrownBy(() -> cases.history(caseId)).hasMessageContaining("does not exist");

            control.put("world", world);

            assertThat(control.text("world")).isEqualTo(world);
            assertThat(cases.history(caseId)).isEqualTo(history);
            assertThat(cases.read(caseId, fields).fields()).isEqualTo(values);
            assertThat(client.createCase(request).caseId()).isEqualTo(caseId);
            client.deleteRelatedItem(
                    item -> item.domainId(DOMAIN).caseId(caseId).relatedItemId(itemId));
        }
    }

    @Test
    void refusesWhatIsBeyondItsLimitsAndLosesNothing() {
        try (PackagedMock mock = PackagedMock.start("-Dcases.control.cases=12", "-Dcases.control.events=1100");
                ConnectCasesClient client = SdkClients.of(mock)) {
            EarnedCases cases = new EarnedCases(client);
            String caseId = cases.create();
            cases.create();

            assertThatThrownBy(cases::create).isInstanceOf(ThrottlingException.class);
            for (int i = 0; i < 4; i++) {
                cases.update(caseId, text("title", "title " + i));
            }
            assertThatThrownBy(() -> cases.update(caseId, text("title", "beyond")))
                    .isInstanceOf(ThrottlingException.class);
            assertThatThrownBy(() -> client.createRelatedItem(item -> item.domainId(DOMAIN)
                            .caseId(caseId)
                            .type("File")
                            .content(RelatedItemInputContent.fromFile(file -> file.fileArn("arn")))))
                    .isInstanceOfSatisfying(ConnectCasesException.class, refused -> {
                        assertThat(refused.statusCode()).isEqualTo(402);
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ServiceQuotaExceededException");
                    });

            assertThat(cases.history(caseId)).hasSize(5);
            assertThat(cases.read(caseId, "title").fields()).containsExactly(text("title", "title 3"));
        }
    }

    @Test
    void recordsByTheRulesOfAFile(@TempDir Path folder) throws IOException {
        Path own = Path.of("src", "main", "resources", "recording.yaml");
        Path file = Files.writeString(
                folder.resolve("rules.yaml"),
                Files.readString(own)
                        .replace("fields: {is: given, basis: our choice}", "fields: {is: all, basis: observed}")
                        .replace(
                                "noChange: {is: nothing, basis: our choice}",
                                "noChange: {is: recorded, basis: observed}")
                        .replace(
                                "replay: {is: nothing, basis: our choice}", "replay: {is: recorded, basis: observed}"));
        try (PackagedMock mock = PackagedMock.start("-Dcases.recording=" + file);
                ConnectCasesClient client = SdkClients.of(mock)) {
            EarnedCases cases = new EarnedCases(client);
            CreateCaseRequest request = creation().build();
            String caseId = client.createCase(request).caseId();
            client.createCase(request);
            cases.update(caseId, text("title", "A case"));

            List<AuditEvent> events = cases.history(caseId);
            assertThat(events)
                    .extracting(AuditEvent::typeAsString)
                    .containsExactly("Case.Created", "Case.Created", "Case.Updated");
            assertThat(events.get(0).fields())
                    .extracting(field -> field.eventFieldId())
                    .contains("title", "status", "case_id", "created_datetime");
            assertThat(events.get(2).fields()).isEmpty();
        }
    }

    @Test
    void doesNotStartWithRulesThatHaveProblems(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rules.yaml"), "{CreateCase: {event: {is: sometimes}}}");

        String log =
                PackagedMock.startExpectingFailure("-Dcases.recording=" + file).log();

        assertThat(log).contains("/CreateCase/event/is: expected one of recorded, nothing, got 'sometimes'");
    }

    @Test
    void verifiesSignaturesAndNamesThePrincipalOfTheAccessKey() {
        try (PackagedMock mock = PackagedMock.start(
                        "-Dcases.auth.principal-arn=arn:aws:iam::1:role/Anyone",
                        "-Dcases.auth.mode=verified",
                        "-Dcases.auth.keys.mine.session-token=session",
                        "-Dcases.auth.keys.mine.access-key-id=AKIDEXAMPLE",
                        "-Dcases.auth.keys.mine.secret-access-key=secret",
                        "-Dcases.auth.keys.mine.principal-arn=arn:aws:iam::1:role/Mine");
                ConnectCasesClient client = SdkClients.of(mock)) {
            EarnedCases cases = new EarnedCases(client);
            String caseId = cases.create();

            assertThat(cases.history(caseId).get(0).performedBy().iamPrincipalArn())
                    .isEqualTo("arn:aws:iam::1:role/Mine");
            cases.update(caseId, text("title", "signed"));
            assertThat(client
                            .listFieldsPaginator(
                                    fields -> fields.domainId(DOMAIN).maxResults(7))
                            .stream()
                            .flatMap(page -> page.fields().stream()))
                    .hasSize(19);
            client.deleteCase(gone -> gone.domainId(DOMAIN).caseId(caseId));
        }
    }
}
