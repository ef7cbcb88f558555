package dev.casesaudit.conformance.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

    private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open",
                "a",
                "7",
                "Jane.Doe@example.com",
                "+1 555 0100",
                "two\nlines\tand a tab",
                "---",
                "@",
                "{\"a\":[1,2]}",
                "Größe",
                "Ünïcödé ÅÄÖ",
                "東京都",
                "ひらがな",
                "\uD83D\uDE00",
                "a\uD83D\uDE00\uD83D\uDE01b",
                "\uD835\uDC9E",
                "e\u0301",
                "№ ½ ™",
                "\uE000",
                "\u0378",
                "أحمد",
                "١٢٣"
            })
    void masksATextAndKeepsItsShape(String text) {
        String masked = pseudonyms.of(text);

        assertThat(masked).isNotEqualTo(text).hasSameSizeAs(text);
        assertThat(masked.codePointCount(0, masked.length())).isEqualTo(text.codePointCount(0, text.length()));
        assertThat(masked.getBytes(StandardCharsets.UTF_8)).hasSameSizeAs(text.getBytes(StandardCharsets.UTF_8));
        assertThat(pseudonyms.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " \t\n"})
    void keepsATextWithNothingToMask(String text) {
        assertThat(pseudonyms.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d", "%02d", "x%03d", "%d\uD83D\uDE00", "é%d"})
    void givesDifferentTextsDifferentMasksAndNoTextItself(String form) {
        Set<String> masks = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String text = String.format(Locale.ROOT, form, i);
            String masked = pseudonyms.of(text);
            assertThat(masked).isNotEqualTo(text);
            masks.add(masked);
        }
        assertThat(masks).hasSize(1_000);
    }

    @Test
    void masksEveryDigitByAnother() {
        Set<String> masks = new HashSet<>();
        for (int digit = 0; digit < 10; digit++) {
            masks.add(pseudonyms.of(Integer.toString(digit)));
        }
        assertThat(masks).hasSize(10).allMatch(mask -> mask.matches("[0-9]"));
    }

    @Test
    void masksAUuidByAUuid() {
        UUID id = new UUID(0x8c6b5a1e2f0d4e55L, 0xa3a16f1d0c2b7e10L);

        assertThat(UUID.fromString(pseudonyms.of(id.toString()))).isNotEqualTo(id);
        assertThat(pseudonyms.of(id.toString())).matches("[0-9a-f-]{36}");
    }

    @Test
    void keepsThePatternOfCustomEntities() {
        String all = "_-.@:/ aZ0";

        assertThat(pseudonyms.of(all)).matches("_-\\.@:/ [a-z][A-Z][0-9]");
        assertThat(pseudonyms.of("_-.@:/")).matches("[_.@:/-]{6}").isNotEqualTo("_-.@:/");
    }

    @Test
    void dependsOnTheKeyOnly() {
        assertThat(Pseudonyms.random().of("Jane Doe of Nowhere"))
                .isNotEqualTo(Pseudonyms.random().of("Jane Doe of Nowhere"));
        assertThat(new Pseudonyms(new byte[32]).of("Jane Doe")).isEqualTo(pseudonyms.of("Jane Doe"));
    }

    @Test
    void changesAllOfATextWithOneCharacter() {
        String one = pseudonyms.of("a long text that ends in a");
        String other = pseudonyms.of("a long text that ends in b");

        assertThat(one.substring(0, 12)).isNotEqualTo(other.substring(0, 12));
    }

    @Test
    void masksTheLongestText() {
        String text = "\uD83D\uDE00x".repeat(2_050);

        assertThat(pseudonyms.of(text)).hasSameSizeAs(text).isNotEqualTo(text);
    }
}
