package dev.casesaudit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

    @Test
    void readsBackEveryStringThatWasWritten() {
        StringBuilder every = new StringBuilder("1".repeat(5_000));
        for (int character = 0; character <= Character.MAX_CODE_POINT; character += character < 0x3000 ? 1 : 0x3ff) {
            every.appendCodePoint(character);
        }
        List<String> strings =
                List.of(every.toString(), "", " ", "\n\t", "{\"a\": [1]}", "é \ud83c\udf31", "\ud83c", "yes");
        Map<String, Object> object = new LinkedHashMap<>();
        strings.forEach(string -> object.put(string.length() > 100 ? "long" : string, strings));

        assertThat(Yaml.readJson(Json.write(object))).isEqualTo(object);
    }

    // As the mock writes them, which escapes only what JSON demands.
    @ParameterizedTest
    @ValueSource(strings = {"\u007f", "\u0080", "\u0085", "\u2028", "\ufeff", "\ufffe", "\ud83c\udf31", "/"})
    void readsCharactersThatYamlDoesNotAllow(String raw) {
        assertThat(Yaml.readJson("{\"a\":\"" + raw + "\"}")).isEqualTo(Map.of("a", raw));
    }

    @Test
    void readsEveryKindOfValue() {
        assertThat(Yaml.readJson(
                        "{\"a\":[1,-2,1.5,-0.25,1E-3,2.5e+10,true,false,null,{},[],\"\\/\\u00e9\\b\"],\"b\":1e3}"))
                .isEqualTo(Map.of(
                        "a",
                        Arrays.asList(1, -2, 1.5, -0.25, 0.001, 2.5e10, true, false, null, Map.of(), List.of(), "/é\b"),
                        "b",
                        1000.0));
    }

    @Test
    void saysWhatIsNoJson() {
        assertThatThrownBy(() -> Yaml.readJson("{\"a\": [}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{\"a\": [}");
    }

    @Test
    void writesDoublesThatJsonDoesNotHaveAsStrings() {
        assertThat(Json.write(List.of(1.5, Double.NaN, Double.NEGATIVE_INFINITY, 7L, Float.NaN)))
                .isEqualTo("[1.5,\"NaN\",\"-Infinity\",7,\"NaN\"]");
    }
}
