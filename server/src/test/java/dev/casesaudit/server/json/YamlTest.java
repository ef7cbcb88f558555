package dev.casesaudit.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

class YamlTest {

    static Stream<String> documents() {
        return Stream.of(
                "",
                "# nothing",
                "---\n...",
                "a",
                "[]",
                "{}",
                "a:\nb: ~\nc: null\nd: ''",
                "[1, -0, 007, 1.5, 1e3, .inf, 12345678901234567890, 0x1F, 1_000, true, yes, 12:30, 2026-01-31T09:30:00Z]",
                "[\"1\", '1', ! 1, !!str 1, !!int '1', !!float '1', !!bool \"true\", !!null '', !!binary aGk=]",
                "[!!map {a: b}, !!seq [c], ! {}, ! []]",
                "a: |\n  one\n  two\nb: >\n  one\n  two\n",
                "a: &x {b: [1, 2]}\nc: *x\nd: [*x, *x]",
                "&x a: *x\nb: &x c\nd: *x",
                "- &x [&y 1, *y]\n- *x\n- *y",
                "? a\n: b\n? 'c d'\n: e",
                "'<<': {a: b}",
                "[True, TRUE, False, Null, NULL, .5, +1.5, +1, 0x1F, 0o17, 1e3, 1.E3, ~, '~', 'True', \".5\"]",
                "[.nan, .NaN, .NAN, .inf, '.nan', NaN, Infinity]",
                "a: 😀\n\"\\u0061b\": \"\\x41\"");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsWhatTheLibraryMakesOfAWholeDocument(String text) throws IOException {
        JsonNode expected = new ObjectMapper()
                .valueToTree(new Load(LoadSettings.builder()
                                .setSchema(new CoreSchema())
                                .build())
                        .loadFromString(text));

        assertThat(read(text)).isEqualTo(expected);
        assertThat(readInPieces(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!binary \"a\"",
                "!!int '\u0662\u0665'",
                "!!float '\u0662.\u0665'",
                "a:\n\tb: c",
                "<<: a",
                "<<: [a]",
                "!!int x",
                "!!float x",
                "!!bool x",
                "!!set x",
                "!!str [a]",
                "!!set {a}",
                "!!seq {a: b}",
                "!!map [a]",
                "!!float ''",
                "!!java.util.UUID 7f38ad1a-b02a-4cd0-a7b3-1f2c8f0c1f2e",
                "!unknown x",
                "a: *b",
                "&a [*a]",
                "&a {b: *a}",
                "? [a]\n: b",
                "? {a: b}\n: c",
                "null: a",
                "1.10: a",
                "{a: 1, a: 2}",
                "a: {b: 1, b: 2}",
                "a\n---\nb",
                "\"\\U80010FFF\"",
                "\"\\U00110000\"",
                "{",
                "[a",
                "\0"
            })
    void describesWhatItFoundInPlainWords(String text) {
        assertThat(refusal(text))
                .message()
                .isNotBlank()
                .doesNotContain("Exception", "java.", "org.snakeyaml", "byte[]", "out of range");
    }

    @Test
    void reportsThePlace() {
        assertThat(refusal("a: b\nc: [1,\n  {d: 1, d: 2}]"))
                .hasMessage("the key 'd' a second time at line 3, column 10");
    }

    static Stream<Arguments> sameAs() {
        return Stream.of(
                Arguments.of("[+.inf, +.INF, -.INF, .Inf]", "[.inf, .inf, -.inf, .inf]"),
                Arguments.of("- <<", "- '<<'"),
                Arguments.of("{a: &x {b: 1, c: 2}, d: {<<: *x, c: 3}}", "{a: {b: 1, c: 2}, d: {c: 3, b: 1}}"),
                Arguments.of("{a: &x {b: 1}, c: {b: 2, <<: *x}}", "{a: {b: 1}, c: {b: 2}}"),
                Arguments.of("{a: {<<: [{b: 1}, {b: 2, c: 3}]}}", "{a: {b: 1, c: 3}}"),
                Arguments.of("a: &x\n  b: 1\n<<: *x", "{a: {b: 1}, b: 1}"),
                Arguments.of("a:\t# c\n  b: \"x\"\t# c\n", "{a: {b: x}}"),
                Arguments.of("a: b\t# c\nd: 'e'\t\n", "{a: b, d: e}"),
                Arguments.of("\t# c\na: b\n\t# c\nd: e\n", "{a: b, d: e}"),
                Arguments.of("[1,\t# c\n 2]\t# d\n", "[1, 2]"),
                Arguments.of("a:\tb", "{a: b}"),
                Arguments.of("a: \"b\t# c\"", "{a: \"b\\t# c\"}"),
                Arguments.of("a: |\n  b\t# c\n", "{a: \"b\\t# c\\n\"}"),
                Arguments.of("\uFEFFa: b", "a: b"));
    }

    @ParameterizedTest
    @MethodSource("sameAs")
    void readsEquivalentFormsAlike(String text, String other) throws IOException {
        assertThat(read(text)).isEqualTo(read(other));
        assertThat(readInPieces(text)).isEqualTo(read(other));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("\uFEFF[1]", StandardCharsets.UTF_16LE, "UTF-16: save the file as UTF-8"),
                Arguments.of("\uFEFF[1]", StandardCharsets.UTF_16BE, "UTF-16: save the file as UTF-8"),
                Arguments.of("[1]", StandardCharsets.UTF_16LE, "UTF-16: save the file as UTF-8"),
                Arguments.of("[1]", StandardCharsets.UTF_16BE, "UTF-16: save the file as UTF-8"),
                Arguments.of("\uFEFF[1]", Charset.forName("UTF-32LE"), "UTF-32: save the file as UTF-8"),
                Arguments.of("[1]", Charset.forName("UTF-32LE"), "UTF-32: save the file as UTF-8"),
                Arguments.of("[1]", Charset.forName("UTF-32BE"), "UTF-32: save the file as UTF-8"),
                Arguments.of(
                        "[1,\n\"caf\u00e9\"\n]",
                        StandardCharsets.ISO_8859_1,
                        "bytes of another encoding in line 2: save the file as UTF-8"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void namesAnotherEncoding(String text, Charset encoding, String got) {
        byte[] bytes = text.getBytes(encoding);

        NotReadable yaml = catchThrowableOfType(NotReadable.class, () -> Yaml.read(new ByteArrayInputStream(bytes)));
        NotReadable json = catchThrowableOfType(NotReadable.class, () -> Json.read(new ByteArrayInputStream(bytes)));

        assertThat(yaml).hasMessage(got);
        assertThat(json).hasMessage(got);
        assertThat(yaml.expected()).isEqualTo("text in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 100_000})
    void readsAHundredLevels(int levels) throws IOException {
        assertThat(read("[".repeat(100) + "]".repeat(100)).size()).isEqualTo(1);

        assertThat(refusal("[".repeat(levels)).expected()).isEqualTo("YAML of at most 100 levels");
    }

    @Test
    void countsTheLevelsBehindAnAlias() {
        String deep = "[".repeat(60) + "]".repeat(60);

        assertThat(refusal("[&a %s, %s*a%s]".formatted(deep, "[".repeat(60), "]".repeat(60)))
                        .expected())
                .isEqualTo("YAML of at most 100 levels");
    }

    private static JsonNode read(String text) throws IOException {
        return Yaml.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode readInPieces(String text) throws IOException {
        return Pieces.read(text.getBytes(StandardCharsets.UTF_8));
    }

    // The same, whether it is read in one piece or in many.
    private static NotReadable refusal(String text) {
        NotReadable whole = catchThrowableOfType(NotReadable.class, () -> read(text));
        NotReadable inPieces = catchThrowableOfType(NotReadable.class, () -> readInPieces(text));

        assertThat(inPieces).hasMessage(whole.getMessage());
        return whole;
    }
}
