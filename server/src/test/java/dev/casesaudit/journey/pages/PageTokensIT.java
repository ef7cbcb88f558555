package dev.casesaudit.journey.pages;

import static dev.casesaudit.journey.ErrorResponses.invalid;
import static dev.casesaudit.journey.OperationRequests.LONG;
import static dev.casesaudit.journey.OperationRequests.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.OperationRequests;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokensIT {

    private static final String TWO_PAGES = path("case-two-pages");
    private static final String NOT_OURS =
            "Value at '/nextToken' failed to satisfy constraint: Member must be a token that was issued for this case";

    @Test
    void isNotAcceptedForAnotherCase() {
        assertRefused(path("case-full-page"), token(TWO_PAGES));
        assertRefused(LONG, token(TWO_PAGES));
        assertRefused(TWO_PAGES, token(LONG));
    }

    @Test
    void isNotAcceptedForACaseOfTheSameIdInAnotherDomain() {
        String backOffice = path("back-office", "case-two-pages");

        next(backOffice, token(backOffice)).statusCode(200);
        assertRefused(backOffice, token(TWO_PAGES));
        assertRefused(TWO_PAGES, token(backOffice));
    }

    @Test
    void isAcceptedWithAnyEncodingOfThePath() {
        next(path("contact%2Dcenter", "%63ase-two-pages") + "/", token(TWO_PAGES))
                .statusCode(200);
    }

    @Test
    void isRefusedWhenOneCharacterIsAnother() {
        String token = token(TWO_PAGES);

        assertThat(token).hasSizeBetween(1, 9000);
        for (int i = 0; i < token.length(); i++) {
            // The neighbour in the alphabet: the smallest edit there is.
            char edited = token.charAt(i) == 'A' ? 'B' : token.charAt(i) == 'B' ? 'A' : (char) (token.charAt(i) ^ 1);
            assertRefused(TWO_PAGES, token.substring(0, i) + edited + token.substring(i + 1));
        }
    }

    @Test
    void isRefusedWhenItIsCutOrLonger() {
        String token = token(TWO_PAGES);

        for (int length = 0; length < token.length(); length++) {
            assertRefused(TWO_PAGES, token.substring(0, length));
        }
        assertRefused(TWO_PAGES, token.substring(1));
        assertRefused(TWO_PAGES, token + "A");
        assertRefused(TWO_PAGES, token + "=");
        assertRefused(TWO_PAGES, token + token);
        assertRefused(TWO_PAGES, " " + token);
        assertRefused(TWO_PAGES, token + "\\n");
        assertRefused(TWO_PAGES, token.toLowerCase(Locale.ROOT));
    }

    @Test
    void isRefusedWhenItIsSplicedFromTwo() {
        String first = token(LONG);
        String second = next(LONG, first).extract().path("nextToken");

        assertThat(second).isNotEqualTo(first).hasSameSizeAs(first);
        for (int i = 1; i < first.length(); i++) {
            String spliced = first.substring(0, i) + second.substring(i);
            if (!spliced.equals(first) && !spliced.equals(second)) {
                assertRefused(LONG, spliced);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "25",
                "nope",
                "null",
                "AQAAAAAAAAAZ8m2hK0vR3yq6",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "😀",
                "\\u0000"
            })
    void isRefusedWhenItIsMadeUp(String token) {
        assertRefused(TWO_PAGES, token);
    }

    @Test
    void isRefusedWhenItIsNoText() {
        next(TWO_PAGES, "\\uD83D")
                .spec(invalid(
                        "Value at '/nextToken' failed to satisfy constraint: Member must be Unicode text, without half"
                                + " of a surrogate pair"));
    }

    private static void assertRefused(String path, String token) {
        next(path, token).spec(invalid(NOT_OURS));
    }

    private static ValidatableResponse next(String path, String token) {
        return OperationRequests.post(path, "{\"nextToken\":\"%s\"}".formatted(token));
    }

    private static String token(String path) {
        return OperationRequests.post(path, "{}").statusCode(200).extract().path("nextToken");
    }
}
