package dev.casesaudit.journey.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResetIT {

    private static final CheckedControl CONTROL = CheckedControl.own();
    private static final String TWO_PAGES = CheckedControl.path("contact-center", "case-two-pages");

    @BeforeEach
    @AfterEach
    void reset() {
        CONTROL.reset();
    }

    @Test
    void listsEverythingThatWasConfigured() {
        change();

        JsonNode state = CONTROL.read(CheckedControl.STATE);

        assertThat(state.path("behaviours").findValuesAsText("faults")).contains("ok", "ok*2", "ok*3");
        assertThat(state.path("rateLimits")).hasSize(2);
        assertThat(state.path("rateLimits").path(1).path("domainId").asText()).isEqualTo("contact-center");
        assertThat(state.path("journal").path("kept").asInt()).isEqualTo(1);
        assertThat(state.path("exams")).hasSize(1);
    }

    @Test
    void restoresTheWholeStartState() {
        JsonNode state = CONTROL.read(CheckedControl.STATE);
        JsonNode world = CONTROL.read(CheckedControl.WORLD);
        change();
        assertThat(CONTROL.read(CheckedControl.STATE)).isNotEqualTo(state);
        assertThat(CONTROL.read(CheckedControl.WORLD)).isNotEqualTo(world);

        CONTROL.delete(CheckedControl.STATE).statusCode(204);

        assertThat(CONTROL.read(CheckedControl.STATE)).isEqualTo(state);
        assertThat(CONTROL.read(CheckedControl.WORLD)).isEqualTo(world);
        assertThat(CONTROL.read(CheckedControl.JOURNAL).path("requests")).isEmpty();
        assertThat(CONTROL.read("/_mock/exams").path("exams")).isEmpty();
        CONTROL.ask("contact-center", "case-two-pages", "{}").statusCode(200);
    }

    @Test
    void recordsIntoAFixtureAgainAfterAReset() {
        for (int i = 0; i < 2; i++) {
            CONTROL.post(TWO_PAGES + "/events", CheckedControl.events("again")).statusCode(200);
            assertThat(CONTROL.walk("contact-center", "case-two-pages"))
                    .hasSize(27)
                    .startsWith("again");
            CONTROL.delete(TWO_PAGES + "/state").statusCode(204);
            assertThat(CONTROL.walk("contact-center", "case-two-pages")).hasSize(26);
        }
    }

    @Test
    void resetsOneCaseAndLeavesTheOthers() {
        change();
        JsonNode before = CONTROL.read(CheckedControl.STATE);
        CONTROL.ask("back-office", "case-two-pages", "{}");
        JsonNode other = CONTROL.read(CheckedControl.path("contact-center", "case-one-event"));

        CONTROL.delete(TWO_PAGES + "/state").statusCode(204);

        JsonNode after = CONTROL.read(CheckedControl.STATE);
        assertThat(CONTROL.read(TWO_PAGES).path("auditEvents")).hasSize(26);
        assertThat(CONTROL.read(TWO_PAGES).has("behaviour")).isFalse();
        assertThat(after.path("behaviours").findValuesAsText("faults"))
                .contains("ok", "ok*2")
                .doesNotContain("ok*3");
        assertThat(after.path("rateLimits")).isEqualTo(before.path("rateLimits"));
        assertThat(after.path("exams")).isEqualTo(before.path("exams"));
        assertThat(CONTROL.read(CheckedControl.JOURNAL).findValuesAsText("domainId"))
                .containsExactly("back-office");
        assertThat(CONTROL.read(CheckedControl.path("contact-center", "case-one-event")))
                .isEqualTo(other);
        CONTROL.get(CheckedControl.path("contact-center", "case-empty")).statusCode(404);
    }

    @Test
    void bringsBackAFixtureThatWasDeleted() {
        CONTROL.delete("/_mock/domains/back-office").statusCode(204);

        CONTROL.delete(CheckedControl.path("back-office", "case-two-pages") + "/state")
                .statusCode(204);

        assertThat(CONTROL.walk("back-office", "case-two-pages")).hasSize(26);
    }

    @Test
    void removesACaseThatIsNotInTheFixtures() {
        JsonNode world = CONTROL.read(CheckedControl.WORLD);
        CONTROL.putCase("d", "c", CheckedControl.history(1));
        CONTROL.put(CheckedControl.path("d", "c") + "/behaviour", "{\"faults\": \"ok\"}")
                .statusCode(200);

        CONTROL.delete(CheckedControl.path("d", "c") + "/state").statusCode(204);

        assertThat(CONTROL.read(CheckedControl.WORLD)).isEqualTo(world);
        assertThat(CONTROL.read(CheckedControl.STATE).path("behaviours")).isEmpty();
    }

    // A script that a header asks for is played from its start again.
    @Test
    void forgetsTheProgressOfCalls() {
        String[] call = {"x-mock-fault", "Throttling", "amz-sdk-invocation-id", "call"};
        CONTROL.ask("contact-center", "case-two-pages", "{}", call).statusCode(429);
        CONTROL.ask("contact-center", "case-two-pages", "{}", call).statusCode(200);

        CONTROL.delete(TWO_PAGES + "/state").statusCode(204);

        CONTROL.ask("contact-center", "case-two-pages", "{}", call).statusCode(429);
    }

    private static void change() {
        CONTROL.put("/_mock/behaviour", "{\"faults\": \"ok\"}").statusCode(200);
        CONTROL.put("/_mock/domains/contact-center/behaviour", "{\"faults\": \"ok*2\"}")
                .statusCode(200);
        CONTROL.put(TWO_PAGES + "/behaviour", "{\"faults\": \"ok*3\"}").statusCode(200);
        CONTROL.put("/_mock/rate-limit", "{\"rate\": 1000, \"burst\": 1000}").statusCode(200);
        CONTROL.put("/_mock/domains/contact-center/rate-limit", "{\"rate\": 1000, \"burst\": 1000}")
                .statusCode(200);
        CONTROL.post("/_mock/exams", "{\"kind\": \"errors\"}").statusCode(200);
        CONTROL.post(TWO_PAGES + "/events", CheckedControl.events("more")).statusCode(200);
        CONTROL.delete(CheckedControl.path("contact-center", "case-empty")).statusCode(204);
        CONTROL.putCase("contact-center", "case-one-event", CheckedControl.history(2));
        CONTROL.putCase("d", "c", CheckedControl.history(2));
        CONTROL.ask("contact-center", "case-two-pages", "{}");
    }
}
