package dev.casesaudit.journey.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.journey.ErrorResponses;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that an SDK would mend or never send. */
class WrittenRequestsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TITLE = "{\"id\":\"title\",\"value\":{\"stringValue\":\"t\"}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | cases | {"templateId":7,"fields":[]} | unexpected value at '/templateId'
            POST | cases | {"templateId":"t","fields":{}} | unexpected value at '/fields'
            POST | cases | {"templateId":"t","fields":[null]} | unexpected value at '/fields/0'
            POST | cases | {"templateId":"t","fields":[{"id":"a","value":{}}]} | unexpected value at '/fields/0/value'
            POST | cases | {"templateId":"t","fields":[{"id":"a","value":{"stringValue":null}}]} | unexpected value at '/fields/0/value'
            POST | cases | {"templateId":"t","fields":[{"id":"a","value":{"x":1}}]} | unexpected value at '/fields/0/value'
            POST | cases | {"templateId":"t","fields":[{"id":"a","value":{"stringValue":"","booleanValue":true}}]} | unexpected value at '/fields/0/value'
            POST | cases | {"templateId":"t","fields":[{"id":"a","value":{"doubleValue":"7"}}]} | unexpected value at '/fields/0/value/doubleValue'
            POST | cases | {"templateId":"t","fields":[{"id":"a","value":{"doubleValue":1e999}}]} | unexpected value at '/fields/0/value/doubleValue'
            POST | cases | {"templateId":"t","fields":[{"id":"a","value":{"booleanValue":"true"}}]} | unexpected value at '/fields/0/value/booleanValue'
            POST | cases | {"templateId":"t","fields":[{"id":"a","value":{"emptyValue":[]}}]} | unexpected value at '/fields/0/value/emptyValue'
            POST | cases | {"templateId":"t","fields":[],"tags":{"a":null}} | unexpected value at '/tags/a'
            POST | cases | {"templateId":"t","fields":[],"tags":[]} | unexpected value at '/tags'
            POST | cases | {"templateId":"t","fields":[],"performedBy":{"userArn":"a","customEntity":"b"}} | unexpected value at '/performedBy'
            PUT | cases/case-empty | [] | expected a JSON object, got an array
            PUT | cases/case-empty | {"fields":[]} x | expected JSON, got something else at line 1, column 15
            PUT | cases/case-empty | {"fields":[{]} | expected JSON, got something else at line 1, column 13
            POST | cases/case-empty/related-items/ | {"type":"Sla","content":{"sla":{"slaInputConfiguration":{"name":"n","type":"CaseField","targetSlaMinutes":1.5}}}} | unexpected value at '/content/sla/slaInputConfiguration/targetSlaMinutes'
            DELETE | cases/case-empty | 7 | expected a JSON object, got a number
            """)
    void areRefusedWhereTheyAreMalformed(String method, String path, String body, String reason) throws IOException {
        RawConnection.Response response = send(method, path, body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.value(ErrorResponses.TYPE)).isEqualTo("SerializationException");
        assertThat(message(response)).isEqualTo("The request body is not well-formed: " + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | cases | {} | 2 validation errors detected. Value at '/templateId' failed to satisfy constraint: Member must not be null; Value at '/fields' failed to satisfy constraint: Member must not be null
            POST | cases | | 2 validation errors detected. Value at '/templateId' failed to satisfy constraint: Member must not be null; Value at '/fields' failed to satisfy constraint: Member must not be null
            POST | cases | {"templateId":"","fields":[{"value":{"stringValue":""}}],"clientToken":"65*x"} | 3 validation errors detected. Value with length 0 at '/templateId' failed to satisfy constraint: Member must have length between 1 and 500, inclusive; Value at '/fields/0/id' failed to satisfy constraint: Member must not be null; Value with length 65 at '/clientToken' failed to satisfy constraint: Member must have length between 0 and 64, inclusive
            POST | cases | {"templateId":"t","fields":[221*f]} | 1 validation error detected. Value with length 221 at '/fields' failed to satisfy constraint: Member must have length between 0 and 220, inclusive
            POST | cases | {"templateId":"t","fields":[60000*{}]} | 1 validation error detected. Value with length 60000 at '/fields' failed to satisfy constraint: Member must have length between 0 and 220, inclusive
            POST | cases | {"templateId":"t","fields":[],"tags":{51*"tag":"é"}} | 1 validation error detected. Value with length 51 at '/tags' failed to satisfy constraint: Member must have length between 0 and 50, inclusive
            POST | cases | {"templateId":"t","fields":[{"id":"a","value":{"stringValue":"4101*😀"}}]} | 1 validation error detected. Value with length 4101 at '/fields/0/value/stringValue' failed to satisfy constraint: Member must have length between 0 and 4100, inclusive
            POST | cases | {"templateId":"t","fields":[],"performedBy":{"customEntity":"a "}} | 1 validation error detected. Value at '/performedBy/customEntity' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9_\\-.@:/ ]*[a-zA-Z0-9_\\-.@:/]$
            POST | cases | {"templateId":"t","fields":[],"tags":{"aws:a":"b"}} | 1 validation error detected. Value at '/tags/aws:a' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?![aA][wW][sS]:)[a-zA-Z0-9 _.:/=+\\-@]+$
            POST | cases | {"templateId":"t","fields":[{"id":"title","value":{"stringValue":"a\\ud83d"}}]} | 1 validation error detected. Value at '/fields/0/value/stringValue' failed to satisfy constraint: Member must be Unicode text, without half of a surrogate pair
            POST | cases/case-empty | {"fields":[]} | 1 validation error detected. Value with length 0 at '/fields' failed to satisfy constraint: Member must have length between 1 and 220, inclusive
            POST | cases/case-empty | {"fields":[{"id":"nope"},{"id":"title"},{"id":"no"}],"nextToken":"x"} | 3 validation errors detected. Value at '/fields/0/id' failed to satisfy constraint: The domain has no field nope; Value at '/fields/2/id' failed to satisfy constraint: The domain has no field no; Value at '/nextToken' failed to satisfy constraint: Member must be a token that was issued for this case
            POST | cases/case-empty/related-items | {"type":"Note","content":{"comment":{"body":"","contentType":"Text/Html"}}} | 3 validation errors detected. Value at '/type' failed to satisfy constraint: Member must satisfy enum value set: [Contact, Comment, File, Sla, ConnectCase, Custom]; Value with length 0 at '/content/comment/body' failed to satisfy constraint: Member must have length between 1 and 15000, inclusive; Value at '/content/comment/contentType' failed to satisfy constraint: Member must satisfy enum value set: [Text/Plain]
            POST | cases/case-empty/related-items | {"type":"File","content":{"comment":{"body":"a","contentType":"Text/Plain"}}} | 1 validation error detected. Value at '/content' failed to satisfy constraint: Member must have the content of a related item of type File, got that of type Comment
            POST | cases/case-empty/related-items | {"type":"Sla","content":{"sla":{"slaInputConfiguration":{"name":" ","type":"CaseField","targetSlaMinutes":9999999999}}}} | 2 validation errors detected. Value at '/content/sla/slaInputConfiguration/name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^.*[\\S]$; Value at '/content/sla/slaInputConfiguration/targetSlaMinutes' failed to satisfy constraint: Member must be between 1 and 1051200, inclusive
            POST | fields-list?maxResults=0&nextToken=x | | 1 validation error detected. Value at '/maxResults' failed to satisfy constraint: Member must be between 1 and 100, inclusive
            POST | fields-list?nextToken=x | | 1 validation error detected. Value at '/nextToken' failed to satisfy constraint: Member must be a token that was issued for this domain
            """)
    void areRefusedWhereTheyBreakConstraints(String method, String path, String body, String message)
            throws IOException {
        RawConnection.Response response = send(method, path, body == null ? "" : expanded(body));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.value(ErrorResponses.TYPE)).isEqualTo("ValidationException");
        assertThat(message(response)).isEqualTo(message);
    }

    private static String expanded(String body) {
        return body.replace("65*x", "x".repeat(65))
                .replace("4101*😀", "😀".repeat(4_101))
                .replace("221*f", many(221, i -> TITLE))
                .replace("60000*{}", many(60_000, i -> "{}"))
                .replace("51*\"tag\":\"é\"", many(51, i -> "\"tag" + i + "\":\"é\""));
    }

    private static String many(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | elsewhere/cases | {"templateId":"t","fields":[]} | Domain | elsewhere
            POST | contact-center/cases | {"templateId":"t","fields":[]} | Template | t
            POST | elsewhere/fields-list | | Domain | elsewhere
            POST | contact-center/cases/none | {"fields":[{"id":"title"}]} | Case | none
            PUT | contact-center/cases/none | {"fields":[]} | Case | none
            DELETE | contact-center/cases/none | | Case | none
            DELETE | elsewhere/cases/none | | Domain | elsewhere
            PUT | contact-center/cases/case-empty/related-items/none | {"content":{"comment":{"body":"a","contentType":"Text/Plain"}}} | RelatedItem | none
            DELETE | contact-center/cases/case-empty/related-items/a%2Fb | | RelatedItem | a/b
            POST | contact-center/cases/case-empty/related-items | {"type":"ConnectCase","content":{"connectCase":{"caseId":"none"}}} | Case | none
            """)
    void nameTheResourceThatThereIsNot(String method, String path, String body, String type, String id)
            throws IOException {
        RawConnection.Response response = send(method, "../" + path, body == null ? "" : body);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.value(ErrorResponses.TYPE)).isEqualTo("ResourceNotFoundException");
        assertThat(JSON.readTree(response.text()).path("resourceType").asText()).isEqualTo(type);
        assertThat(JSON.readTree(response.text()).path("resourceId").asText()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "abc, unexpected value at '/maxResults'",
        "1.5, unexpected value at '/maxResults'",
        "99999999999, unexpected value at '/maxResults'",
        "+1, unexpected value at '/maxResults'",
        "٣, unexpected value at '/maxResults'",
        "%00, unexpected value at '/maxResults'",
        "'', unexpected value at '/maxResults'",
        "%zz, unexpected value at '/maxResults'",
        "%ff, 'expected percent-encoded UTF-8, got ''%ff'''",
    })
    void haveNumbersInTheQueryThatAreNumbers(String text, String reason) throws IOException {
        RawConnection.Response response = send("POST", "fields-list?maxResults=" + text, "");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.value(ErrorResponses.TYPE)).isEqualTo("SerializationException");
        assertThat(message(response)).isEqualTo("The query is not well-formed: " + reason);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, cases",
        "POST, cases/case-empty",
        "PUT, cases/case-empty",
        "POST, cases/case-empty/related-items/",
        "PUT, cases/case-empty/related-items/a"
    })
    void areJsonAndAcceptIt(String method, String path) throws IOException {
        String target = "/domains/contact-center/" + path;

        assertThat(RawConnection.exchange(
                                RawConnection.head(method, target, "Content-Type: text/plain", "Content-Length: 2")
                                        + "{}")
                        .value(ErrorResponses.TYPE))
                .isEqualTo("UnsupportedMediaTypeException");
        assertThat(RawConnection.exchange(
                                RawConnection.jsonHead(method, target, "Accept: application/xml", "Content-Length: 2")
                                        + "{}")
                        .value(ErrorResponses.TYPE))
                .isEqualTo("NotAcceptableException");
    }

    private static String message(RawConnection.Response response) throws IOException {
        JsonNode body = JSON.readTree(response.text());
        return body.path("message").asText();
    }

    private static RawConnection.Response send(String method, String path, String text) throws IOException {
        String body = new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1);
        String target = path.startsWith("../") ? "/domains/" + path.substring(3) : "/domains/contact-center/" + path;
        String head = body.isEmpty()
                ? RawConnection.head(method, target, "Content-Length: 0")
                : RawConnection.jsonHead(
                        method, target, String.format(Locale.ROOT, "Content-Length: %d", body.length()));
        return RawConnection.exchange(PackagedMock.shared(), head + body);
    }
}
