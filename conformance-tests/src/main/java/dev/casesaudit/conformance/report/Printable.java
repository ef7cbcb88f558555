package dev.casesaudit.conformance.report;

import java.util.Locale;

/** Makes text safe to show: a response must neither control a terminal nor break a document. */
public final class Printable {

    private Printable() {}

    /** Escapes all control characters except tabs and line ends, as in {@code \}{@code u001b}. */
    static String of(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(one -> {
            if (isPlain(one)) {
                result.appendCodePoint(one);
            } else {
                result.append(
                        one > 0xFFFF
                                ? String.format(Locale.ROOT, "\\u{%x}", one)
                                : String.format(Locale.ROOT, "\\u%04x", one));
            }
        });
        return result.toString();
    }

    /** Returns the same in one line. */
    public static String line(String text) {
        return of(text).replace("\n", "\\n").replace("\t", "\\t");
    }

    /** Returns the beginning of a text, and the number of characters that it leaves out. */
    static String cut(String text, int limit) {
        int length = text.codePointCount(0, text.length());
        if (length <= limit) {
            return text;
        }
        return String.format(
                Locale.ROOT,
                "%s\n... %d of %d characters shown",
                text.substring(0, text.offsetByCodePoints(0, limit)),
                limit,
                length);
    }

    private static boolean isPlain(int one) {
        if (one == '\n' || one == '\t') {
            return true;
        }
        return switch (Character.getType(one)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // And characters that XML does not allow.
            default -> one != 0xFFFE && one != 0xFFFF;
        };
    }
}
