package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.error;
import static dev.casesaudit.journey.ErrorResponses.malformed;
import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static dev.casesaudit.journey.OperationRequests.json;
import static org.hamcrest.Matchers.equalTo;

import dev.casesaudit.journey.OperationRequests;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedBodyIT {

    private static final String PREFIX = "The request body is not well-formed: ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]     | an array",
                "[{}]   | an array",
                "null   | null",
                "\"{}\" | a string",
                "true   | a boolean",
                "false  | a boolean",
                "0      | a number",
                "1.5    | a number",
                "` `    | white space only",
                "`\t\r\n` | white space only",
            })
    void refusesJsonOtherThanAnObject(String body, String got) {
        OperationRequests.post(EMPTY, body)
                .spec(error(400, "SerializationException", PREFIX + "expected a JSON object, got " + got));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"maxResults\"",
                "{\"maxResults\":",
                "{\"maxResults\":5",
                "{\"maxResults\":5,",
                "{\"nextToken\":\"a",
                "}",
                "]",
                "{]",
                "{}}",
                "{} x",
                "{}{}",
                "{},",
                "{}\u0000",
                "{} []",
                "{} null",
                "{} {\"maxResults\":",
                "{'maxResults':5}",
                "{\"nextToken\":'a'}",
                "{maxResults:5}",
                "{\"maxResults\":5,}",
                "{,}",
                "{,\"a\":1}",
                "{\"a\":[1,]}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":}",
                "{\"a\":1,,\"b\":2}",
                "{\"a\":undefined}",
                "{/* comment */}",
                "{} // comment",
                "// comment\n{}",
                "{\"a\":1 # comment\n}",
                "# comment\n{}",
                "\f{}",
                "{\f}",
                "{}\f",
                "{\"maxResults\"\f:5}",
                "{\u000B}",
                "\u00A0{}",
                "{}\u2028",
                "\uFEFF{}",
                "{\uFEFF}",
                "{\"nextToken\":\"a\nb\"}",
                "{\"nextToken\":\"a\tb\"}",
                "{\"nextToken\":\"a\u0000b\"}",
                "{\"nextToken\":\"\\x41\"}",
                "{\"nextToken\":\"\\u12\"}",
                "{\"nextToken\":\"\\'\"}",
                "nope",
                "<xml/>"
            })
    void refusesInvalidJson(String body) {
        OperationRequests.post(EMPTY, body).spec(malformed());
    }

    @ParameterizedTest
    @CsvSource({"UTF-16BE, ''", "UTF-16LE, ''", "UTF-16BE, FEFF", "UTF-16LE, FFFE", "UTF-32BE, ''", "UTF-32LE, ''"})
    void refusesAnotherUnicodeEncoding(String charset, String mark) {
        json(concat(HexFormat.of().parseHex(mark), "{\"maxResults\":5}".getBytes(Charset.forName(charset))))
                .post(EMPTY)
                .then()
                .spec(malformed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF", "C3", "C0AF", "EDA080", "EDA0BDEDB880", "F4908080", "E282", "80"})
    void refusesBytesThatAreNotUtf8(String hex) {
        byte[] start = "{\"unknown\":\"".getBytes(StandardCharsets.UTF_8);
        byte[] end = "\"}".getBytes(StandardCharsets.UTF_8);

        json(concat(concat(start, HexFormat.of().parseHex(hex)), end))
                .post(EMPTY)
                .then()
                .spec(error(400, "SerializationException", PREFIX + "the bytes are not UTF-8"));
    }

    @ParameterizedTest
    @CsvSource({"[, ]", "'{\"a\":', }", "[, ''"})
    void refusesTenThousandLevels(String open, String close) {
        OperationRequests.post(EMPTY, "{\"unknown\":%s%s}".formatted(open.repeat(10_000), close.repeat(10_000)))
                .spec(malformed());
    }

    @Test
    void reportsWhereTheBodyStopsBeingJson() {
        OperationRequests.post(EMPTY, "{\n  \"maxResults\": 5,\n}")
                .spec(malformed())
                .body("message", equalTo(PREFIX + "expected JSON, got something else at line 3, column 1"));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
