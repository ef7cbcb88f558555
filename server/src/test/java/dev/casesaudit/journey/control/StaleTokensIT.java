package dev.casesaudit.journey.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.casesaudit.journey.PackagedMock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page token belongs to the history it was made for, and to no other that takes its place. */
class StaleTokensIT {

    private static final CheckedControl CONTROL = CheckedControl.own();
    private static final String CASE = CheckedControl.path("d", "c");
    private static final String SEEDED_DOMAIN = "contact-center";
    private static final String SEEDED_CASE = "case-two-pages";
    private static final String SEEDED = CheckedControl.path(SEEDED_DOMAIN, SEEDED_CASE);
    private static final List<String> STYLES = List.of("", "empty-pages", "long-tokens", "illegal-endless");

    @BeforeEach
    @AfterEach
    void reset() {
        CONTROL.reset();
    }

    @Test
    void refusesTheTokensOfACaseThatWasReplacedAlsoByTheSame() {
        refusesTokensAfter(control -> control.putCase("d", "c", CheckedControl.history(30)));
        refusesTokensAfter(control -> control.putCase("d", "c", CheckedControl.history(31)));
        refusesTokensAfter(control -> control.put("/_mock/domains/d", domain()).statusCode(200));
        refusesTokensAfter(control ->
                control.put(CheckedControl.WORLD, "[" + domain() + "]").statusCode(200));
    }

    @Test
    void refusesTheTokensOfACaseThatWasRemovedAndCreatedAgain() {
        refusesTokensAfter(control -> {
            control.delete(CASE).statusCode(204);
            control.putCase("d", "c", CheckedControl.history(30));
        });
        refusesTokensAfter(control -> {
            control.delete("/_mock/domains/d").statusCode(204);
            control.putCase("d", "c", CheckedControl.history(30));
        });
        refusesTokensAfter(control -> {
            control.delete(CASE + "/state").statusCode(204);
            control.putCase("d", "c", CheckedControl.history(30));
        });
        refusesTokensAfter(control -> {
            control.reset();
            control.putCase("d", "c", CheckedControl.history(30));
        });
    }

    @Test
    void refusesTheTokensOfACaseThatAnotherWasCopiedOver() {
        refusesTokensAfter(control -> {
            control.putCase("d", "other", CheckedControl.history(30));
            control.post(CheckedControl.path("d", "other") + "/copies", "{\"caseId\": \"c\"}")
                    .statusCode(200);
        });
        refusesTokensAfter(control -> {
            control.post(CASE + "/copies", "{\"caseId\": \"other\"}").statusCode(200);
            control.post(CheckedControl.path("d", "other") + "/copies", "{\"caseId\": \"c\"}")
                    .statusCode(200);
        });
    }

    @Test
    void refusesTheTokensOfWhatTookTheFixturesPlaceOnceTheyAreBack() {
        CONTROL.putCase(SEEDED_DOMAIN, SEEDED_CASE, CheckedControl.history(30));
        String token = token(CONTROL, SEEDED_DOMAIN, SEEDED_CASE, "");
        CONTROL.delete(SEEDED + "/state").statusCode(204);

        requireRefused(SEEDED_DOMAIN, SEEDED_CASE, token);
    }

    @Test
    void refusesATokenOfAnEventThatAResetHasTakenBack() {
        CONTROL.post(SEEDED + "/events", CheckedControl.events("x", "y")).statusCode(200);
        String token = CONTROL.page(SEEDED_DOMAIN, SEEDED_CASE, 1, "")
                .path("nextToken")
                .asText();
        CONTROL.reset();

        requireRefused(SEEDED_DOMAIN, SEEDED_CASE, token);
        CONTROL.post(SEEDED + "/events", CheckedControl.events("v", "w")).statusCode(200);
        requireRefused(SEEDED_DOMAIN, SEEDED_CASE, token);
    }

    @Test
    void keepsTokensWhileMoreIsRecordedAndOverACopyOntoItself() {
        CONTROL.putCase("d", "c", CheckedControl.history(30));
        String token = token(CONTROL, "d", "c", "");
        CONTROL.post(CASE + "/events", CheckedControl.events("x", "y")).statusCode(200);
        CONTROL.post(CASE + "/copies", "{\"caseId\": \"c\"}").statusCode(200);

        assertThat(CheckedControl.ids(CONTROL.page("d", "c", 25, token))).hasSize(5);
    }

    @Test
    void keepsTheTokensOfSeededCasesOverResetsRestartsAndReplicas() {
        String key = "-Dcases.token.key=a key of thirty-two bytes or more";
        try (PackagedMock one = PackagedMock.start(key)) {
            CheckedControl first = CheckedControl.of(one);
            String token = token(first, SEEDED_DOMAIN, SEEDED_CASE, "");
            first.putCase(SEEDED_DOMAIN, SEEDED_CASE, CheckedControl.history(3));
            first.reset();
            assertThat(CheckedControl.ids(first.page(SEEDED_DOMAIN, SEEDED_CASE, 25, token)))
                    .hasSize(1);
            try (PackagedMock other = PackagedMock.start(key)) {
                assertThat(CheckedControl.ids(CheckedControl.of(other).page(SEEDED_DOMAIN, SEEDED_CASE, 25, token)))
                        .hasSize(1);
            }
        }
    }

    private static void refusesTokensAfter(Consumer<CheckedControl> change) {
        for (String style : STYLES) {
            CONTROL.putCase("d", "c", CheckedControl.history(30));
            String token = token(CONTROL, "d", "c", style);
            change.accept(CONTROL);
            requireRefused("d", "c", token);
        }
    }

    private static String token(CheckedControl control, String domain, String name, String style) {
        return CheckedControl.json(
                        control.ask(domain, name, "{}", "x-mock-pages", style).statusCode(200))
                .path("nextToken")
                .asText();
    }

    private static void requireRefused(String domain, String name, String token) {
        CONTROL.ask(domain, name, String.format(Locale.ROOT, "{\"nextToken\": \"%s\"}", token))
                .statusCode(400)
                .header(CheckedControl.ERROR_TYPE, containsString("ValidationException"));
    }

    private static String domain() {
        return "{\"domain\": \"d\", \"cases\": {\"c\": %s}}".formatted(CheckedControl.history(30));
    }
}
