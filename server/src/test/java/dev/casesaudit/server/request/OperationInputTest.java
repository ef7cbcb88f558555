package dev.casesaudit.server.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationInputTest {

    private static final OperationInput AUDIT = new OperationInput(Contract.operation().operations().stream()
            .filter(operation -> operation.id().equals("GetCaseAuditEvents"))
            .findFirst()
            .orElseThrow());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                    |            |",
                "{\"maxResults\":7}                                    | 7          |",
                "{\"maxResults\":-2147483648,\"nextToken\":\"a\"}      | -2147483648 | a",
                "{\"nextToken\":\"a\\u20ac\",\"maxResults\":null}      |            | a€",
                "{\"maxResults\":7,\"maxResults\":null}                | 7          |",
                "{\"maxResults\":7,\"maxResults\":8}                   | 8          |",
                "{\"nextToken\":null,\"other\":{\"maxResults\":[1,{}]}} |            |",
                "' {\"MaxResults\":\"7\"} '                            |            |",
            })
    void readsWhatTheContractAllows(String body, @Nullable Integer maxResults, @Nullable String nextToken) {
        Map<String, Object> read = read(body);

        assertThat(read.get("maxResults")).isEqualTo(maxResults);
        assertThat(read.get("nextToken")).isEqualTo(nextToken);
        assertThat(read.keySet()).isSubsetOf("maxResults", "nextToken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"7\"",
                "\"\"",
                "7.0",
                "7e0",
                "true",
                "{}",
                "[]",
                "[7]",
                "2147483648",
                "-2147483649",
                "1e400",
                "{\"a\":1",
            })
    void refusesWhatIsNoInteger(String value) {
        assertRefused("{\"maxResults\":" + value + "}", "unexpected value at '/maxResults'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7.5", "false", "{}", "[]", "[\"a\"]", "\"no end", "\"tab\tinside\"", "\"\\x\""})
    void refusesWhatIsNoString(String value) {
        assertRefused("{\"nextToken\":" + value + "}", "unexpected value at '/nextToken'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} {}                  | expected JSON, got something else at line 1, column 4",
                "{}x                    | expected JSON, got something else at line 1, column 3",
                "{\"maxResults\":7x}    | expected JSON, got something else at line 1, column 16",
                "{\"a\":[1,}            | expected JSON, got something else at line 1, column 9",
                "{\"a\":\"no end        | expected JSON, got something else at line 1, column 13",
                "{\"maxResults\":7      | expected JSON, got something else at line 1, column 16",
                "[]                     | expected a JSON object, got an array",
                "null                   | expected a JSON object, got null",
                "7                      | expected a JSON object, got a number",
            })
    void refusesWhatIsNoObject(String body, String reason) {
        assertRefused(body, reason);
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertRefused("{\"other\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}", "it is nested too deeply");
    }

    private static Map<String, Object> read(String body) {
        return AUDIT.read(body.getBytes(StandardCharsets.UTF_8), name -> null);
    }

    private static void assertRefused(String body, String reason) {
        assertThatExceptionOfType(StrictJson.Malformed.class)
                .isThrownBy(() -> read(body))
                .withMessage("The request body is not well-formed: " + reason);
    }
}
