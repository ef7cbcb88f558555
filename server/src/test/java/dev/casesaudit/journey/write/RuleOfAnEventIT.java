package dev.casesaudit.journey.write;

import static dev.casesaudit.journey.write.EarnedCases.DOMAIN;
import static dev.casesaudit.journey.write.EarnedCases.creation;
import static dev.casesaudit.journey.write.EarnedCases.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.control.CheckedControl;
import dev.casesaudit.journey.sdk.SdkClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.CreateCaseRequest;
import software.amazon.awssdk.services.connectcases.model.RelatedItemInputContent;

/** Which rule recorded an event: the control API knows, and the operation does not say. */
class RuleOfAnEventIT {

    private static final String SEEDED = "seeded";

    private static final PackagedMock MOCK = PackagedMock.start();
    private static final CheckedControl CONTROL = CheckedControl.of(MOCK);
    private static final ConnectCasesClient CLIENT = SdkClients.of(MOCK);

    private final EarnedCases cases = new EarnedCases(CLIENT);

    @TempDir
    private Path folder;

    @AfterEach
    void reset() {
        CONTROL.reset();
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        MOCK.close();
    }

    @Test
    void isKnownOfTheEventsOfEachOperation() {
        String caseId = editedByEachOperation();

        assertThat(rules(CONTROL, caseId))
                .containsExactly(
                        "DeleteRelatedItem.event",
                        "UpdateRelatedItem.event",
                        "CreateRelatedItem.event",
                        "UpdateCase.event",
                        "CreateCase.event");
    }

    @Test
    void saysWhetherItIsDocumentedAndWhichOthersDecidedWhatTheEventSays() {
        Map<String, JsonNode> rules = new HashMap<>();
        recording(CONTROL, "case-empty")
                .path("rules")
                .forEach(rule -> rules.put(rule.path("id").asText(), rule));

        assertThat(rules).hasSize(19);
        assertThat(rules).hasEntrySatisfying("UpdateCase.event", rule -> {
            assertThat(rule.path("decides").asText()).isEqualTo("Whether UpdateCase records a Case.Updated event");
            assertThat(rule.path("is").asText()).isEqualTo("recorded");
            assertThat(rule.path("basis").asText()).isEqualTo("documented");
            assertThat(rule.path("source").asText()).isEqualTo("AuditEvent in the API reference, type Case.Updated");
            assertThat(rule.path("alsoApplied"))
                    .extracting(JsonNode::asText)
                    .containsExactly(
                            "UpdateCase.fields",
                            "UpdateCase.systemFields",
                            "UpdateCase.oldValue",
                            "performedBy.user",
                            "performedBy.iamPrincipalArn",
                            "texts.longer");
        });
        assertThat(rules).hasEntrySatisfying("UpdateCase.fields", rule -> {
            assertThat(rule.path("is").asText()).isEqualTo("changed");
            assertThat(rule.path("basis").asText()).isEqualTo("our choice");
            assertThat(rule.has("source")).isFalse();
            assertThat(rule.has("alsoApplied")).isFalse();
        });
    }

    @Test
    void isThatOfTheFileOfRulesInForce() throws IOException {
        try (PackagedMock mock = PackagedMock.start("-Dcases.recording=" + rulesThatRecordEverything());
                ConnectCasesClient client = SdkClients.of(mock)) {
            CreateCaseRequest request = creation().build();
            String caseId = client.createCase(request).caseId();
            client.createCase(request);
            new EarnedCases(client).update(caseId, text("title", "A case"));

            CheckedControl control = CheckedControl.of(mock);
            assertThat(rules(control, caseId))
                    .containsExactly("UpdateCase.noChange", "CreateCase.replay", "CreateCase.event");
            assertThat(recording(control, caseId).path("rules")).anySatisfy(rule -> {
                assertThat(rule.path("id").asText()).isEqualTo("CreateCase.replay");
                assertThat(rule.path("basis").asText()).isEqualTo("observed");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"case-empty, 0", "case-one-event, 1", "case-every-shape, 16", "case-long, 1000"})
    void isNoneForSeededEventsAndOneForThoseThatAnOperationAdds(String seeded, int size) {
        assertThat(rules(CONTROL, seeded)).hasSize(size).allMatch(SEEDED::equals);

        cases.update(seeded, text("title", "Another title"));

        assertThat(rules(CONTROL, seeded))
                .hasSize(size + 1)
                .startsWith("UpdateCase.event")
                .filteredOn(SEEDED::equals)
                .hasSize(size);
    }

    @Test
    void isNoneForEventsThatTheControlApiAddsBetweenThoseOfOperations() {
        String caseId = cases.create();
        for (int i = 0; i < 100; i++) {
            cases.update(caseId, text("title", "title " + i));
            CONTROL.post(
                            CheckedControl.path(DOMAIN, caseId) + "/events",
                            CheckedControl.events("first " + i, "second \\\"" + i))
                    .statusCode(200);
        }

        List<String> rules = rules(CONTROL, caseId);

        assertThat(rules).hasSize(301).endsWith("CreateCase.event");
        for (int i = 0; i < 300; i += 3) {
            assertThat(rules.subList(i, i + 3)).containsExactly(SEEDED, SEEDED, "UpdateCase.event");
        }
    }

    @Test
    void isNotInTheResponseOfTheOperation() {
        JsonNode event = CONTROL.page(DOMAIN, editedByEachOperation(), 1, "")
                .path("auditEvents")
                .path(0);

        assertThat(event.fieldNames())
                .toIterable()
                .containsExactly("eventId", "type", "relatedItemType", "performedTime", "fields", "performedBy");
    }

    @Test
    void goesIntoCopies() {
        String caseId = editedByEachOperation();

        CONTROL.post(CheckedControl.path(DOMAIN, caseId) + "/copies", "{\"caseId\": \"copy\"}")
                .statusCode(200);

        assertThat(rules(CONTROL, "copy")).isEqualTo(rules(CONTROL, caseId)).hasSize(5);
    }

    @Test
    void isNoneOnceTheCaseIsDescribedWithoutIt() {
        for (String caseId : List.of(cases.create(), editedByEachOperation())) {
            String events = CONTROL.read(CheckedControl.path(DOMAIN, caseId))
                    .path("auditEvents")
                    .toString();

            CONTROL.putCase(DOMAIN, caseId, "{\"order\": \"listed\", \"auditEvents\": %s}".formatted(events));

            assertThat(rules(CONTROL, caseId)).isNotEmpty().allMatch(SEEDED::equals);
        }
    }

    @Test
    void isTheSameAfterAnExportAndAnImportAndAReset() throws IOException {
        String caseId = editedByEachOperation();
        cases.update("case-long", text("title", "Another title"));
        CONTROL.post(CheckedControl.path(DOMAIN, caseId) + "/events", CheckedControl.events("appended"))
                .statusCode(200);
        List<String> rules = rules(CONTROL, caseId);
        JsonNode world = CONTROL.read(CheckedControl.WORLD);
        CONTROL.reset();

        CONTROL.put(CheckedControl.WORLD, world.toString()).statusCode(200);

        assertThat(CONTROL.read(CheckedControl.WORLD)).isEqualTo(world);
        assertThat(rules(CONTROL, caseId)).isEqualTo(rules).startsWith(SEEDED, "DeleteRelatedItem.event");
        assertThat(rules(CONTROL, "case-long")).hasSize(1_001).startsWith("UpdateCase.event", SEEDED);

        Path file = Files.writeString(folder.resolve("world.json"), world.toString());
        try (PackagedMock mock = PackagedMock.start("-Dcases.fixtures=" + file);
                ConnectCasesClient client = SdkClients.of(mock)) {
            CheckedControl other = CheckedControl.of(mock);
            new EarnedCases(client).update(caseId, text("title", "A third title"));
            assertThat(rules(other, caseId)).hasSize(7);
            other.reset();
            assertThat(rules(other, caseId)).isEqualTo(rules);
        }
    }

    @Test
    void isForgottenByAMockWhoseRulesSayOtherwise() throws IOException {
        String caseId = editedByEachOperation();
        JsonNode domain = CONTROL.read("/_mock/domains/" + DOMAIN);

        try (PackagedMock mock = PackagedMock.start("-Dcases.recording=" + rulesThatRecordEverything())) {
            CheckedControl other = CheckedControl.of(mock);
            other.put("/_mock/domains/" + DOMAIN, domain.toString()).statusCode(200);

            assertThat(other.walk(DOMAIN, caseId)).isEqualTo(CONTROL.walk(DOMAIN, caseId));
            assertThat(rules(other, caseId)).hasSize(5).allMatch(SEEDED::equals);
        }
    }

    @Test
    void isUnknownOfCasesThatAlwaysFailAndOfThoseThatDoNotExist() {
        for (String caseId : List.of("case-denied", "case-nobody-knows")) {
            CONTROL.get(CheckedControl.path(DOMAIN, caseId) + "/recording")
                    .statusCode(404)
                    .header(CheckedControl.ERROR_TYPE, equalTo("ResourceNotFoundException"));
        }
    }

    private String editedByEachOperation() {
        String caseId = cases.create();
        cases.update(caseId, text("title", "Another title"));
        String itemId = CLIENT.createRelatedItem(item -> item.domainId(DOMAIN)
                        .caseId(caseId)
                        .type("Comment")
                        .content(RelatedItemInputContent.fromComment(
                                comment -> comment.body("hi").contentType("Text/Plain"))))
                .relatedItemId();
        CONTROL.request()
                .contentType(CheckedControl.JSON)
                .body("{\"content\":{\"comment\":{\"body\":\"ho\",\"contentType\":\"Text/Plain\"}}}")
                .put("/domains/" + DOMAIN + "/cases/" + caseId + "/related-items/" + itemId)
                .then()
                .statusCode(200);
        CLIENT.deleteRelatedItem(item -> item.domainId(DOMAIN).caseId(caseId).relatedItemId(itemId));
        return caseId;
    }

    private Path rulesThatRecordEverything() throws IOException {
        return Files.writeString(
                folder.resolve("rules.yaml"),
                Files.readString(Path.of("src", "main", "resources", "recording.yaml"))
                        .replace("{is: nothing, basis: our choice}", "{is: recorded, basis: observed}"));
    }

    private static JsonNode recording(CheckedControl control, String caseId) {
        return control.read(CheckedControl.path(DOMAIN, caseId) + "/recording");
    }

    /** Returns the rule of each event, newest first. */
    private static List<String> rules(CheckedControl control, String caseId) {
        Map<String, String> ruleOf = new HashMap<>();
        recording(control, caseId)
                .path("events")
                .forEach(event -> ruleOf.put(
                        event.path("eventId").asText(), event.path("rule").asText()));
        List<String> rules = new ArrayList<>();
        control.walk(DOMAIN, caseId).forEach(id -> rules.add(ruleOf.getOrDefault(id, SEEDED)));
        assertThat(rules).filteredOn(rule -> !rule.equals(SEEDED)).hasSameSizeAs(ruleOf.keySet());
        return rules;
    }
}
