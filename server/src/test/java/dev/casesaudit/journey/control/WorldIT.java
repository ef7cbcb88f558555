package dev.casesaudit.journey.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldIT {

    private static final CheckedControl CONTROL = CheckedControl.own();

    @TempDir
    private Path folder;

    @BeforeEach
    void change() {
        CONTROL.reset();
        CONTROL.putCase("mine", "generated", "{\"generate\": {\"events\": 40, \"seed\": 7}}");
        CONTROL.putCase(
                "mine",
                "a/b \ud83d\ude00".replace("/", "%2F").replace(" ", "%20").replace("\ud83d\ude00", "%F0%9F%98%80"),
                CheckedControl.history(3));
        CONTROL.putCase(
                "mine",
                "failing",
                "{\"alwaysFails\": {\"error\": \"InternalServerException\", \"retryAfterSeconds\": 7, \"message\": \"\"}}");
        CONTROL.putCase("mine", "late", CheckedControl.history(3));
        CONTROL.post(
                        CheckedControl.path("mine", "late") + "/events",
                        "{\"auditEvents\": [%s]}"
                                .formatted(CheckedControl.event("late").replace("2026", "1999")))
                .statusCode(200);
        CONTROL.put("/_mock/domains/mine/behaviour", "{\"tomorrow\": \"event-type\"}")
                .statusCode(200);
        CONTROL.put(
                        CheckedControl.path("mine", "late") + "/behaviour",
                        "{\"faults\": \"Throttling*2, InternalServer(retryAfter=1), latency(1ms..2ms), ok\","
                                + " \"calls\": 2, \"pages\": \"short-pages\"}")
                .statusCode(200);
    }

    @AfterEach
    void reset() {
        CONTROL.reset();
    }

    @Test
    void exportsWhatAnotherMockLoadsAsItsFixtures() throws IOException {
        JsonNode exported = CONTROL.read(CheckedControl.WORLD);
        Path file = Files.writeString(folder.resolve("world.json"), exported.toString());

        try (PackagedMock mock = PackagedMock.start("-Dcases.fixtures=" + file, "-Dcases.journal.size=0")) {
            CheckedControl other = CheckedControl.of(mock);

            assertThat(other.read(CheckedControl.WORLD)).isEqualTo(exported);
            other.ask("mine", "late", "{}", "amz-sdk-invocation-id", "1").statusCode(429);
            other.put("/_mock/domains/mine/cases/late/behaviour", "{\"pages\": \"null-token\"}")
                    .statusCode(200);
            other.reset();
            assertThat(other.read(CheckedControl.WORLD)).isEqualTo(exported);
            other.delete("/_mock/domains/mine/behaviour").statusCode(204);
            other.delete("/_mock/domains/mine/cases/late/behaviour").statusCode(204);
            assertThat(other.walk("mine", "late")).containsExactly("late", "2", "1", "0");
            // Its journal keeps nothing.
            assertThat(other.read(CheckedControl.JOURNAL).path("requests")).isEmpty();
            other.get("/_mock/calls/1").statusCode(404);
            assertThat(other.read(CheckedControl.STATE)
                            .path("journal")
                            .path("capacity")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void importsWhatItExportedInPlaceOfAllThereIs() {
        JsonNode exported = CONTROL.read(CheckedControl.WORLD);
        JsonNode size = CONTROL.read(CheckedControl.STATE).path("world");
        CONTROL.putCase("another", "c", "{\"auditEvents\": [], \"behaviour\": {\"faults\": \"ok\"}}");
        CONTROL.put(CheckedControl.path("mine", "generated") + "/behaviour", "{\"faults\": \"ok\"}")
                .statusCode(200);
        CONTROL.delete("/_mock/domains/back-office").statusCode(204);

        JsonNode imported = CheckedControl.json(
                CONTROL.put(CheckedControl.WORLD, exported.toString()).statusCode(200));

        assertThat(imported).isEqualTo(size);
        assertThat(CONTROL.read(CheckedControl.WORLD)).isEqualTo(exported);
        CONTROL.get("/_mock/domains/another").statusCode(404);
    }

    @Test
    void leavesRunningExamsAsTheyAreInAnImportAndOutOfAnExport() {
        String exported = CONTROL.read(CheckedControl.WORLD).toString();
        String exam = CheckedControl.json(
                        CONTROL.post("/_mock/exams", "{\"kind\": \"walk\"}").statusCode(200))
                .path("domainId")
                .asText();
        CONTROL.ask(exam, "throttled-pages", "{}", "amz-sdk-invocation-id", "1").statusCode(429);

        assertThat(CONTROL.read(CheckedControl.WORLD).toString()).isEqualTo(exported);
        CONTROL.put(CheckedControl.WORLD, exported).statusCode(200);

        CONTROL.ask(exam, "throttled-pages", "{}", "amz-sdk-invocation-id", "1").statusCode(200);
        CONTROL.ask(exam, "throttled-pages", "{}", "amz-sdk-invocation-id", "2").statusCode(429);
        CONTROL.ask(exam, "null-token", "{\"maxResults\": 25}").statusCode(200);
        String examFile = CONTROL.read("/_mock/domains/" + exam).toString();
        CONTROL.put(CheckedControl.WORLD, "[" + examFile + "]")
                .statusCode(400)
                .body("message", containsString("expected no domain of a running exam, got '" + exam));
        assertThat(CONTROL.read(CheckedControl.WORLD).toString()).isEqualTo(exported);
    }

    @Test
    void importsBesideAnExamAllOfWhoseCasesWereReset() {
        String exam = CheckedControl.json(
                        CONTROL.post("/_mock/exams", "{\"kind\": \"errors\"}").statusCode(200))
                .path("domainId")
                .asText();
        CONTROL.read("/_mock/domains/" + exam)
                .path("cases")
                .fieldNames()
                .forEachRemaining(name -> CONTROL.delete(CheckedControl.path(exam, name) + "/state")
                        .statusCode(204));

        CONTROL.put(CheckedControl.WORLD, "[]").statusCode(200).body("cases", equalTo(0));

        CONTROL.get("/_mock/domains/" + exam).statusCode(200);
    }

    @Test
    void goesBackToItsFixturesAfterAnImport() {
        CONTROL.put(CheckedControl.WORLD, "[]").statusCode(200).body("cases", equalTo(0));
        CONTROL.ask("back-office", "case-two-pages", "{}").statusCode(404);

        CONTROL.reset();

        assertThat(CONTROL.walk("back-office", "case-two-pages")).hasSize(26);
    }

    @Test
    void exportsAndImportsOneDomain() {
        JsonNode exported = CONTROL.read("/_mock/domains/mine");
        CONTROL.putCase("mine", "more", CheckedControl.history(1));
        CONTROL.put(CheckedControl.path("mine", "generated") + "/behaviour", "{\"faults\": \"ok\"}")
                .statusCode(200);

        CONTROL.put("/_mock/domains/mine", exported.toString()).statusCode(200);

        assertThat(CONTROL.read("/_mock/domains/mine")).isEqualTo(exported);
        assertThat(CONTROL.walk("back-office", "case-two-pages")).hasSize(26);
    }

    @Test
    void exportsACaseThatCanBePutElsewhere() {
        JsonNode exported = CONTROL.read(CheckedControl.path("mine", "late"));
        CONTROL.putCase("yours", "late", exported.toString());

        assertThat(CONTROL.read(CheckedControl.path("yours", "late"))).isEqualTo(exported);
    }
}
