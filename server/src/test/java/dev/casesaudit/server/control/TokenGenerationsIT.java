package dev.casesaudit.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.casesaudit.server.PackagedMock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page token belongs to the history it was made for, and to no other that takes its place. */
class TokenGenerationsIT {

    private static final Control CONTROL = Control.own();
    private static final String CASE = Control.path("d", "c");
    private static final String SEEDED_DOMAIN = "contact-center";
    private static final String SEEDED_CASE = "case-two-pages";
    private static final String SEEDED = Control.path(SEEDED_DOMAIN, SEEDED_CASE);
    private static final List<String> STYLES = List.of("", "empty-pages", "long-tokens", "illegal-endless");

    @BeforeEach
    @AfterEach
    void reset() {
        CONTROL.reset();
    }

    @Test
    void refusesTheTokensOfACaseThatWasReplacedAlsoByTheSame() {
        refusesTokensAfter(control -> control.putCase("d", "c", Control.history(30)));
        refusesTokensAfter(control -> control.putCase("d", "c", Control.history(31)));
        refusesTokensAfter(control -> control.put("/_mock/domains/d", domain()).statusCode(200));
        refusesTokensAfter(
                control -> control.put(Control.WORLD, "[" + domain() + "]").statusCode(200));
    }

    @Test
    void refusesTheTokensOfACaseThatWasRemovedAndMadeAnew() {
        refusesTokensAfter(control -> {
            control.delete(CASE).statusCode(204);
            control.putCase("d", "c", Control.history(30));
        });
        refusesTokensAfter(control -> {
            control.delete("/_mock/domains/d").statusCode(204);
            control.putCase("d", "c", Control.history(30));
        });
        refusesTokensAfter(control -> {
            control.delete(CASE + "/state").statusCode(204);
            control.putCase("d", "c", Control.history(30));
        });
        refusesTokensAfter(control -> {
            control.reset();
            control.putCase("d", "c", Control.history(30));
        });
    }

    @Test
    void refusesTheTokensOfACaseThatAnotherWasCopiedOver() {
        refusesTokensAfter(control -> {
            control.putCase("d", "other", Control.history(30));
            control.post(Control.path("d", "other") + "/copies", "{\"caseId\": \"c\"}")
                    .statusCode(200);
        });
        refusesTokensAfter(control -> {
            control.post(CASE + "/copies", "{\"caseId\": \"other\"}").statusCode(200);
            control.post(Control.path("d", "other") + "/copies", "{\"caseId\": \"c\"}")
                    .statusCode(200);
        });
    }

    @Test
    void refusesTheTokensOfWhatTookTheFixturesPlaceOnceTheyAreBack() {
        CONTROL.putCase(SEEDED_DOMAIN, SEEDED_CASE, Control.history(30));
        String token = token(CONTROL, SEEDED_DOMAIN, SEEDED_CASE, "");
        CONTROL.delete(SEEDED + "/state").statusCode(204);

        requireRefused(SEEDED_DOMAIN, SEEDED_CASE, token);
    }

    @Test
    void refusesATokenOfAnEventThatAResetHasTakenBack() {
        CONTROL.post(SEEDED + "/events", Control.events("x", "y")).statusCode(200);
        String token = CONTROL.page(SEEDED_DOMAIN, SEEDED_CASE, 1, "")
                .path("nextToken")
                .asText();
        CONTROL.reset();

        requireRefused(SEEDED_DOMAIN, SEEDED_CASE, token);
        CONTROL.post(SEEDED + "/events", Control.events("v", "w")).statusCode(200);
        requireRefused(SEEDED_DOMAIN, SEEDED_CASE, token);
    }

    @Test
    void keepsTokensWhileMoreIsRecordedAndOverACopyOntoItself() {
        CONTROL.putCase("d", "c", Control.history(30));
        String token = token(CONTROL, "d", "c", "");
        CONTROL.post(CASE + "/events", Control.events("x", "y")).statusCode(200);
        CONTROL.post(CASE + "/copies", "{\"caseId\": \"c\"}").statusCode(200);

        assertThat(Control.ids(CONTROL.page("d", "c", 25, token))).hasSize(5);
    }

    @Test
    void keepsTheTokensOfSeededCasesOverResetsRestartsAndReplicas() {
        String key = "-Dcases.token.key=a key of thirty-two bytes or more";
        try (PackagedMock one = PackagedMock.start(key)) {
            Control first = Control.of(one);
            String token = token(first, SEEDED_DOMAIN, SEEDED_CASE, "");
            first.putCase(SEEDED_DOMAIN, SEEDED_CASE, Control.history(3));
            first.reset();
            assertThat(Control.ids(first.page(SEEDED_DOMAIN, SEEDED_CASE, 25, token)))
                    .hasSize(1);
            try (PackagedMock other = PackagedMock.start(key)) {
                assertThat(Control.ids(Control.of(other).page(SEEDED_DOMAIN, SEEDED_CASE, 25, token)))
                        .hasSize(1);
            }
        }
    }

    private static void refusesTokensAfter(Consumer<Control> change) {
        for (String style : STYLES) {
            CONTROL.putCase("d", "c", Control.history(30));
            String token = token(CONTROL, "d", "c", style);
            change.accept(CONTROL);
            requireRefused("d", "c", token);
        }
    }

    private static String token(Control control, String domain, String name, String style) {
        return Control.json(
                        control.ask(domain, name, "{}", "x-mock-pages", style).statusCode(200))
                .path("nextToken")
                .asText();
    }

    private static void requireRefused(String domain, String name, String token) {
        CONTROL.ask(domain, name, String.format(Locale.ROOT, "{\"nextToken\": \"%s\"}", token))
                .statusCode(400)
                .header(Control.ERROR_TYPE, containsString("ValidationException"));
    }

    private static String domain() {
        return "{\"domain\": \"d\", \"cases\": {\"c\": %s}}".formatted(Control.history(30));
    }
}
