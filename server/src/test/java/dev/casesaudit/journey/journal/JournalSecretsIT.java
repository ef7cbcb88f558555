package dev.casesaudit.journey.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.control.CheckedControl;
import dev.casesaudit.journey.control.OnTwoCases;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalSecretsIT extends OnTwoCases {

    @Test
    void showsNoSecretAndNoWholeTokenAnywhere() {
        String token = CONTROL.page("d", "c", 1, "").path("nextToken").asText();
        String[] secrets = {
            "Authorization",
                    "AWS4-HMAC-SHA256 Credential=AKIDSECRET/20260101/us-east-1/cases/aws4_request, Signature=5ec4e7",
            "X-Amz-Security-Token", "session-5ec4e7",
            "Cookie", "id=5ec4e7",
            "Proxy-Authorization", "Basic 5ec4e7",
            "amz-sdk-invocation-id", "call-2"
        };
        String followed = "{\"maxResults\": 1, \"nextToken\": \"%s\"}".formatted(token);
        CONTROL.ask("d", "c", followed, secrets).statusCode(200);
        CONTROL.ask("d", "c", followed + "}", secrets).statusCode(400);
        CONTROL.ask("d", "c", "[%s]".formatted(followed), secrets).statusCode(400);
        CONTROL.ask("d", "c", followed.substring(0, followed.length() - 2), secrets)
                .statusCode(400);
        CONTROL.ask("d", "c", "{\"pad\": \"%s\", \"nextToken\": \"%s\"}".formatted(" ".repeat(9000), token), secrets)
                .statusCode(200);
        CONTROL.ask("d", "c", "nextToken=" + token, secrets).statusCode(400);
        CONTROL.ask("d", "other", "{\"nextToken\": \"%s\"}".formatted(token), secrets)
                .statusCode(400);

        String shown = List.of(
                        CheckedControl.JOURNAL,
                        "/_mock/calls",
                        "/_mock/calls/call-2",
                        CheckedControl.STATE,
                        CheckedControl.WORLD)
                .stream()
                .map(path -> CONTROL.read(path).toString())
                .reduce("", String::concat);

        assertThat(shown).doesNotContain(token, token.substring(0, 40), "5ec4e7", "AKIDSECRET");
        JsonNode requests = CONTROL.read(CheckedControl.JOURNAL).path("requests");
        assertThat(requests.path(0)
                        .path("headers")
                        .path("authorization")
                        .path(0)
                        .asText())
                .isEqualTo("AWS4-HMAC-SHA256 ***");
        assertThat(requests.path(0).path("headers").path("cookie").path(0).asText())
                .isEqualTo("***");
        String fingerprint = requests.path(7).path("answer").path("nextToken").asText();
        for (int newest : new int[] {0, 1, 3, 4, 5, 6}) {
            assertThat(requests.path(newest).path("body").asText())
                    .as("%d", newest)
                    .contains(fingerprint);
        }
        assertThat(requests.path(2).path("bodyBytes").asInt()).isGreaterThan(9000);
        assertThat(requests.path(2).path("body").asText()).hasSize(8192);
    }
}
