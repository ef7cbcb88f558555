package dev.casesaudit.junit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.junit.CasesAudit;
import dev.casesaudit.junit.CasesAuditTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.ResourceNotFoundException;

@CasesAuditTest
class SeedingIT {

    private static final String EVENT = """
            {"eventId": "%s", "type": "Case.Updated", "performedTime": "2026-03-02T11:02:0%sZ",
             "fields": [{"eventFieldId": "status", "newValue": {"stringValue": "\\u0001 \\ud83c\\udf31 \\"\\\\ é"}}]}""";

    private static String event(int number) {
        return EVENT.replaceFirst("%s", "event-" + number).replaceFirst("%s", String.valueOf(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-case", "a/b c+d", "ü%20", ".."})
    void generatesAHistoryForAnyCaseId(String caseId, CasesAudit cases) {
        cases.given(caseId).events(3);

        assertThat(AuditReader.read(cases, caseId)).hasSize(3);
    }

    @Test
    void generatesTheSameHistoryForTheSameSeed(CasesAudit cases) {
        cases.given("one").events(30);
        cases.given("same").events(30);
        cases.given("other").events(30, 2);

        List<AuditEvent> one = AuditReader.read(cases, "one");
        assertThat(AuditReader.read(cases, "same")).isEqualTo(one);
        assertThat(AuditReader.read(cases, "other")).doesNotContainAnyElementsOf(one);
    }

    @Test
    void takesEventsAsJsonAndAppendsSome(CasesAudit cases) {
        cases.given("a-case").events(event(1), event(2)).append(event(3));

        assertThat(AuditReader.read(cases, "a-case"))
                .extracting(AuditEvent::eventId)
                .containsExactly("event-3", "event-2", "event-1");
        assertThat(AuditReader.read(cases, "a-case")
                        .get(0)
                        .fields()
                        .get(0)
                        .newValue()
                        .stringValue())
                .isEqualTo("\u0001 \ud83c\udf31 \"\\ é");
    }

    @Test
    void takesEventsAsMaps(CasesAudit cases) {
        cases.given("a-case")
                .events(List.of(Map.of(
                        "eventId", "an-event",
                        "type", "Case.Created",
                        "performedTime", "2026-03-02T11:02:00Z",
                        "fields",
                                List.of(Map.of("eventFieldId", "x", "newValue", Map.of("doubleValue", Double.NaN))))));

        assertThat(AuditReader.read(cases, "a-case")
                        .get(0)
                        .fields()
                        .get(0)
                        .newValue()
                        .doubleValue())
                .isNaN();
    }

    @Test
    void takesEveryCaseOfAFixtureOnTheClassPath(CasesAudit cases) {
        cases.fixtures("classpath:fixtures/two-cases.yaml");

        assertThat(AuditReader.read(cases, "captured")).hasSize(2);
        assertThat(AuditReader.read(cases, "captured")
                        .get(1)
                        .fields()
                        .get(0)
                        .newValue()
                        .stringValue())
                .isEqualTo("été \ud83c\udf31");
        assertThat(AuditReader.read(cases, "captured")
                        .get(0)
                        .fields()
                        .get(0)
                        .newValue()
                        .doubleValue())
                .isInfinite();
        assertThat(AuditReader.read(cases, "generated")).hasSize(30);
        assertThat(cases.journal().get(3).fault()).contains("pages: short-pages");
    }

    @Test
    void takesOneCaseOfAFixtureFile(CasesAudit cases, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("my.json"),
                "[{\"domain\": \"d\", \"cases\": {\"a-case\": {\"auditEvents\": [" + event(1) + "]}, \"b\": 7}}]");

        cases.given("a-case").fixture(file);

        assertThat(AuditReader.read(cases, "a-case")).hasSize(1);
        assertThatThrownBy(() -> AuditReader.read(cases, "b")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void takesTheBehaviourOfTheDomainOfAFixtureFile(CasesAudit cases, @TempDir Path folder) throws IOException {
        cases.fixtures(
                Files.writeString(
                        folder.resolve("my.yaml"),
                        "{domain: d, behaviour: {faults: 'Throttling, ok'}, cases: {a-case: {generate: {events: 1, seed: 1}}}}"));

        assertThat(AuditReader.read(cases, "a-case")).hasSize(1);
        assertThat(cases.calls().get(0).attempts()).hasSize(2);
    }

    @Test
    void saysWhatIsWrongWithAnEvent(CasesAudit cases) {
        assertThatThrownBy(() -> cases.given("a-case").events("{\"eventId\": 7}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/auditEvents/0/eventId: expected")
                .hasMessageContaining("got 7");
    }

    @Test
    void saysWhatIsWrongWithAFixture(CasesAudit cases, @TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> cases.fixtures("classpath:nowhere.yaml"))
                .hasMessageContaining("classpath:nowhere.yaml");
        assertThatThrownBy(() -> cases.fixtures(folder.resolve("no.yaml"))).hasMessageContaining("no.yaml");
        for (String broken : List.of("", "7", "cases: 7", "{cases: {a: {}}", "cases: {a: {}, a: {}}")) {
            Path file = Files.writeString(folder.resolve("broken.yaml"), broken);
            assertThatThrownBy(() -> cases.fixtures(file))
                    .as(broken)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("broken.yaml");
        }
        assertThatThrownBy(() -> cases.given("other").fixture("classpath:fixtures/two-cases.yaml"))
                .hasMessageContaining("no case other")
                .hasMessageContaining("captured");
    }

    @Test
    void removesACase(CasesAudit cases) {
        cases.given("a-case").events(1).faults("AccessDenied*forever").remove();

        assertThatThrownBy(() -> AuditReader.read(cases, "a-case")).isInstanceOf(ResourceNotFoundException.class);
    }
}
