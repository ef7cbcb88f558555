package dev.casesaudit.conformance.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Yes",
                "no",
                "NO",
                "on",
                "off",
                "y",
                "n",
                "1:30",
                "190:20:30",
                "1_000",
                "0b11",
                "2026-01-31",
                "2026-01-31T09:30:00Z",
                "=",
                "<<",
                "'~'",
                "'12'",
                "\"true\"",
                "! 12",
                "!!str 12",
                "1.2.3",
                "0o8",
                "-0x1F"
            })
    void readsTypesOfYaml11AsStrings(String text) throws IOException {
        assertThat(Yaml.parse("a: " + text).path("a").getNodeType()).isEqualTo(JsonNodeType.STRING);
    }

    @ParameterizedTest
    @CsvSource({
        "~, null",
        "'', null",
        "Null, null",
        "!!null '', null",
        "true, true",
        "TRUE, true",
        "False, false",
        "0o17, 15",
        "017, 17",
        "0x1F, 31",
        "-0, 0",
        "+12, 12",
        "!!int '12', 12",
        "!!float 12, 12.0",
        ".5, 0.5",
        "1e3, 1000.0",
        "12345678901234567890, 12345678901234567890"
    })
    void readsNullsBooleansAndNumbersOfTheCoreSchema(String text, String json) throws IOException {
        assertThat(Yaml.parse("a: " + text).path("a")).isEqualTo(json(json));
    }

    @Test
    void readsInfinityAndNaN() throws IOException {
        assertThat(Yaml.parse("[.inf, -.INF, .nan]"))
                .extracting(JsonNode::doubleValue)
                .containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: &x {b: 1, c: 2}\\nd: {<<: *x, c: 3} | {'a':{'b':1,'c':2},'d':{'c':3,'b':1}}",
                "a: {<<: [{b: 1}, {b: 2, c: 3}]}       | {'a':{'b':1,'c':3}}",
                "'<<': a                               | {'<<':'a'}",
                "a: &x [1]\\nb: *x\\nc: &x 2\\nd: *x   | {'a':[1],'b':[1],'c':2,'d':2}",
                "a:\\t1\\t# one\\nb: [\\t2 ]\\t        | {'a':1,'b':[2]}",
                "\uFEFFa: b                            | {'a':'b'}",
                "# nothing                             | null",
                "---\\na: b\\n...                      | {'a':'b'}"
            })
    void readsADocument(String text, String json) throws IOException {
        assertThat(Yaml.parse(lines(text))).isEqualTo(json(json.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 1\\na: 2               | line 2, column 1: expected YAML, got the key 'a' a second time",
                "- {b: 1, 'b': 2}          | line 1, column 10: expected YAML, got the key 'b' a second time",
                "a: 1\\n1.10: b            | line 2, column 1: expected YAML, got the key 1.1, which needs quotes to be a string",
                "? [a]\\n: b               | line 1, column 3: expected YAML, got the key [\"a\"], which needs quotes to be a string",
                "a: *b                     | line 1, column 4: expected YAML, got the alias *b without an anchor before it",
                "a: &b [*b]                | line 1, column 8: expected YAML, got the alias *b without an anchor before it",
                "<<: b                     | line 1, column 5: expected YAML, got something other than an object under the merge key <<",
                "a\\n---\\nb               | line 2, column 1: expected YAML, got a second document",
                "a: !!int x                | line 1, column 4: expected YAML, got a value that does not have the type of its tag",
                "a: !!bool yes             | line 1, column 4: expected YAML, got a value that does not have the type of its tag",
                "a: !!int '\u0662'         | line 1, column 4: expected YAML, got a value that does not have the type of its tag",
                "a: !!timestamp 2026-01-31 | line 1, column 4: expected YAML, got a value that does not have the type of its tag",
                "a: !!set {b}              | line 1, column 4: expected YAML, got a value that does not have the type of its tag",
                "a:\\n\\tb: c              | line 2, column 1: expected YAML, got something else: found character",
                "a: [b                     | line 1, column 6: expected YAML, got something else: ",
                "a: \"\\U00110000\"        | line 1, column 7: expected YAML, got something else: ",
                "a: 📦\\nbc\u0007d        | line 2, column 3: expected YAML, got the character U+0007",
                "a: \"\\U80010FFF\"        | expected YAML, got an escape that is no character"
            })
    void namesPlaceAndProblemOfInvalidYaml(String text, String problem) {
        assertThatExceptionOfType(InvalidYaml.class)
                .isThrownBy(() -> Yaml.parse(lines(text)))
                .withMessageStartingWith(problem);
    }

    @Test
    void refusesAliasesThatStandForBillionsOfValues() {
        StringBuilder bomb = new StringBuilder("- &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append(String.format(Locale.ROOT, "- &a%d [*a%d, *a%d]\n", i, i - 1, i - 1));
        }

        assertThatExceptionOfType(InvalidYaml.class)
                .isThrownBy(() -> Yaml.parse(bomb.toString()))
                .withMessageContaining("expected YAML, got more than 100,000 values");
    }

    @Test
    void refusesMoreLevelsThanAProgramCanFollow() throws IOException {
        assertThat(Yaml.parse("[".repeat(100) + "]".repeat(100)).isArray()).isTrue();
        assertThatExceptionOfType(InvalidYaml.class)
                .isThrownBy(() -> Yaml.parse("[".repeat(101) + "]".repeat(101)))
                .withMessage("line 1, column 101: expected YAML, got more than 100 levels");
        String half = "[".repeat(60) + "]".repeat(60);
        assertThatExceptionOfType(InvalidYaml.class)
                .isThrownBy(() -> Yaml.parse("- &a " + half + "\n- " + half.replace("[]", "[*a]")))
                .withMessageContaining("got more than 100 levels");
    }

    @Test
    void refusesANumberOfAMillionDigits() {
        assertThatExceptionOfType(InvalidYaml.class)
                .isThrownBy(() -> Yaml.parse("a: " + "1".repeat(1_000_000)))
                .withMessage("line 1, column 4: expected YAML, got a number of more than 1,000 digits");
    }

    @Test
    void readsCharactersBeyondTheFirstPlaneWhereverTheyAre() throws IOException {
        for (int before = 1000; before < 1040; before++) {
            String text = "x".repeat(before) + "\uD83D\uDCE6".repeat(600);
            assertThat(Yaml.parse(text).textValue()).isEqualTo(text);
        }
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
