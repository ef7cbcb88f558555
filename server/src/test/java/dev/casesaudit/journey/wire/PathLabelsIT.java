package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.assertError;
import static dev.casesaudit.journey.ErrorResponses.invalid;
import static dev.casesaudit.journey.OperationRequests.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.casesaudit.journey.ErrorResponses;
import dev.casesaudit.journey.OperationRequests;
import dev.casesaudit.journey.RawConnection;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathLabelsIT {

    private static final String FOUR_BYTES = "😀";
    private static final String FOUR_BYTES_ENCODED = "%F0%9F%98%80";

    @ParameterizedTest
    @CsvSource({
        "a%2Fb,     a/b",
        "a%2fb,     a/b",
        "%2F,       /",
        "%2F%2F,    //",
        "a%252Fb,   a%2Fb",
        "a%25,      a%",
        "a;b=c,     a;b=c",
        "a%3Bb,     a;b",
        "a+b,       a+b",
        "a%2Bb,     a+b",
        "a%20b,     a b",
        ".,         .",
        "..,        ..",
        "%2E,       .",
        "%2e%2E,    ..",
        "...,       ...",
        "a%3Fb%23c, a?b#c",
        "a%5Cb,     a\\b",
        "%7Bid%7D,  {id}",
        "a:b@c,     a:b@c",
        "%C3%A9%E2%82%AC%F0%9F%98%80, é€😀",
        "Case-Empty, Case-Empty",
    })
    void readsALabelCharacterByCharacter(String encoded, String decoded) throws IOException {
        RawConnection.Response answer = RawConnection.exchange(RawConnection.post(path(encoded), "{}"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(JsonPath.from(answer.text()).getMap("$"))
                .containsEntry("resourceId", decoded)
                .containsEntry("resourceType", "Case")
                .containsEntry("message", "Case %s does not exist in domain contact-center.".formatted(decoded));
    }

    @ParameterizedTest
    @ValueSource(strings = {"case%2Done%2Devent", "%63ase-one-event", "case-one-even%74"})
    void findsACaseWhoseIdIsEncodedWithoutNeed(String encoded) throws IOException {
        RawConnection.Response answer =
                RawConnection.exchange(RawConnection.post(path("contact%2Dcenter", encoded), "{}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(JsonPath.from(answer.text()).getList("auditEvents")).hasSize(1);
    }

    @Test
    void readsBytesThatAreNotEncodedAsUtf8() throws IOException {
        String bytes = new String("éü€😀".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        RawConnection.Response answer = RawConnection.exchange(RawConnection.post(path(bytes), "{}"));

        assertThat(JsonPath.from(answer.text()).getString("resourceId")).isEqualTo("éü€😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FF", "%C3", "%C0%AF", "%ED%A0%80", "%F4%90%80%80", "a%E2%82b"})
    void refusesALabelOtherThanUtf8(String label) {
        OperationRequests.post(path(label), "{}")
                .spec(ErrorResponses.error(
                        400,
                        "SerializationException",
                        "The path is not well-formed: expected percent-encoded UTF-8, got '%s'".formatted(label)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "%2", "%zz", "%2G", "a%%41", "{id}", "a|b", "\"", "a\\b", "[", "^", "`", "<", "\u0001"})
    void refusesALabelWithInvalidPercentEncoding(String label) throws IOException {
        assertError(
                RawConnection.exchange(RawConnection.post(path(label), "{}")),
                400,
                "SerializationException",
                "The request is not well-formed HTTP");
    }

    @Test
    void acceptsTwoLabelsOfTheGreatestLengthInFourByteCharacters() {
        OperationRequests.post(path(FOUR_BYTES_ENCODED.repeat(500), FOUR_BYTES_ENCODED.repeat(500)), "{}")
                .statusCode(404)
                .body("resourceType", equalTo("Domain"))
                .body("resourceId", equalTo(FOUR_BYTES.repeat(500)));
    }

    @Test
    void refusesALabelOneCharacterTooLong() {
        String violation = "Value with length 501 at '/%s' failed to satisfy constraint: "
                + "Member must have length between 1 and 500, inclusive";

        OperationRequests.post(path(FOUR_BYTES_ENCODED.repeat(501)), "{}").spec(invalid(violation.formatted("caseId")));
        OperationRequests.post(path("d".repeat(501), "case-empty"), "{}")
                .spec(invalid(violation.formatted("domainId")));
    }

    @Test
    void refusesAnEmptyLabel() throws IOException {
        String violation = "1 validation error detected. Value with length 0 at '/%s' failed to satisfy constraint: "
                + "Member must have length between 1 and 500, inclusive";

        assertError(
                RawConnection.exchange(RawConnection.post(path(""), "{}")),
                400,
                "ValidationException",
                violation.formatted("caseId"));
        assertError(
                RawConnection.exchange(RawConnection.post(path("", "case-empty"), "{}")),
                400,
                "ValidationException",
                violation.formatted("domainId"));
    }
}
