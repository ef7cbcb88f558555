package dev.casesaudit.conformance.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.regex.Pattern;

/** JSON that is YAML as well: YAML has no escapes for halves of surrogate pairs, and forbids some characters. */
final class YamlText {

    private static final Pattern NOT_PRINTABLE = Pattern.compile(
            "[^\\x20-\\x7e\\u00a0-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]|[\\u2028\\u2029\\ufeff]");

    private YamlText() {}

    /** Returns a value in one line. */
    static String of(JsonNode value) {
        return escaped(value.toString());
    }

    static String quoted(String text) {
        return of(TextNode.valueOf(text));
    }

    /** Returns a text without characters that would end a comment or change a terminal. */
    static String comment(String text) {
        return escaped(text);
    }

    private static String escaped(String text) {
        return NOT_PRINTABLE
                .matcher(text)
                .replaceAll(one -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) one.group().charAt(0)));
    }
}
