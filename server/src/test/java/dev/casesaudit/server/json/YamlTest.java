package dev.casesaudit.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!binary \"a\"",
                "!!int x",
                "!!float x",
                "!!set x",
                "!!str [a]",
                "!!float ''",
                "!unknown x",
                "a: *b",
                "&a [*a]",
                "? [a]\n: b",
                "{",
                "\0"
            })
    void saysInPlainWordsWhatStandsThereInstead(String text) {
        NotReadable refused = catchThrowableOfType(
                NotReadable.class, () -> Yaml.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));

        assertThat(refused)
                .message()
                .isNotBlank()
                .doesNotContain("Exception", "java.", "org.snakeyaml", "byte[]", "out of range");
    }
}
