package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.invalid;
import static dev.casesaudit.journey.OperationRequests.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import dev.casesaudit.journey.OperationRequests;
import dev.casesaudit.journey.RawConnection;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyIT {

    private static final String PATH = path("case-two-pages");
    private static final String NOT_OURS =
            "Value at '/nextToken' failed to satisfy constraint: Member must be a token that was issued for this case";

    @Test
    void treatsNoBodyAnEmptyOneAndAnEmptyObjectAlike() throws IOException {
        List<String> page = eventIds(RawConnection.exchange(RawConnection.post(PATH, "{}")));

        assertThat(page).hasSize(25);
        assertThat(eventIds(RawConnection.exchange(RawConnection.head("POST", PATH))))
                .isEqualTo(page);
        assertThat(eventIds(RawConnection.exchange(RawConnection.head("POST", PATH, "Content-Type: application/json"))))
                .isEqualTo(page);
        assertThat(eventIds(RawConnection.exchange(RawConnection.head("POST", PATH, "Content-Length: 0"))))
                .isEqualTo(page);
        assertThat(eventIds(RawConnection.exchange(RawConnection.post(PATH, ""))))
                .isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " \t\r\n{ }\n",
                "{\"maxResults\":null,\"nextToken\":null}",
                "{\"unknown\":1}",
                "{\"__type\":\"x\",\"MaxResults\":\"1\",\"domainId\":7,\"caseId\":[null]}",
                "{\"unknown\":{\"maxResults\":\"1\",\"a\":[{\"b\":[[],{},null,1e999,\"\\u0000\"]}]}}",
                "{\"maxResults\":25}",
                "{\"maxResults\":-0,\"maxResults\":25}",
                "{\"max\\u0052esults\":25}",
            })
    void servesTheFirstPage(String body) {
        OperationRequests.post(PATH, body).statusCode(200).body("auditEvents", hasSize(25));
    }

    @Test
    void readsAMemberWhoseNameIsEscaped() {
        OperationRequests.post(PATH, "{\"max\\u0052esults\":1}").statusCode(200).body("auditEvents", hasSize(1));
    }

    @Test
    void usesTheLastOfRepeatedMembers() {
        OperationRequests.post(PATH, "{\"maxResults\":1,\"maxResults\":2}")
                .statusCode(200)
                .body("auditEvents", hasSize(2));
    }

    @Test
    void ignoresAnUnknownMemberOfAThousandLevels() {
        OperationRequests.post(PATH, "{\"unknown\":%s%s}".formatted("[".repeat(900), "]".repeat(900)))
                .statusCode(200)
                .body("auditEvents", hasSize(25));
    }

    @Test
    void readsABodyThatComesInChunks() throws IOException {
        String chunks = "1\r\n{\r\nD;extension=1\r\n\"maxResults\":\r\n2\r\n2}\r\n0\r\nTrailer: ignored\r\n\r\n";

        RawConnection.Response answer = RawConnection.exchange(
                RawConnection.head("POST", PATH, "Content-Type: application/json", "Transfer-Encoding: chunked")
                        + chunks);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(eventIds(answer)).hasSize(2);
    }

    @Test
    void treatsAnEmptyChunkedBodyAsNone() throws IOException {
        RawConnection.Response answer = RawConnection.exchange(
                RawConnection.head("POST", OperationRequests.EMPTY, "Transfer-Encoding: chunked") + "0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"auditEvents\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "😀", "\\uD83D\\uDE00", "\\n"})
    void readsATokenOfTheGreatestLengthHoweverItIsWritten(String character) {
        OperationRequests.post(PATH, "{\"nextToken\":\"%s\"}".formatted(character.repeat(9000)))
                .spec(invalid(NOT_OURS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "😀", "\\uD83D\\uDE00", "\\n"})
    void refusesATokenOneCharacterTooLong(String character) {
        OperationRequests.post(PATH, "{\"nextToken\":\"%s\"}".formatted(character.repeat(9001)))
                .spec(invalid("Value with length 9001 at '/nextToken' failed to satisfy constraint: "
                        + "Member must have length between 0 and 9000, inclusive"));
    }

    @Test
    void readsABodyOfTheGreatestSize() {
        OperationRequests.post(OperationRequests.EMPTY, "{" + " ".repeat(192 * 1024 - 2) + "}")
                .statusCode(200)
                .body("auditEvents", empty());
    }

    private static List<String> eventIds(RawConnection.Response answer) {
        return JsonPath.from(answer.text()).getList("auditEvents.eventId", String.class);
    }
}
