package dev.casesaudit.conformance.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens long ids and tokens in their middle, and shows them in full in the title. */
final class Abbreviation {

    private static final int BEGIN = 20;
    private static final int END = 12;

    // UUIDs are not shortened. Separators of paths and JSON are not part of an id.
    private static final Pattern LONG = Pattern.compile("[\\p{L}\\p{N}_+=%.~:*-]{41,}");

    private Abbreviation() {}

    static Tag in(Tag element, String text) {
        Matcher matcher = LONG.matcher(text);
        int from = 0;
        while (matcher.find()) {
            String word = matcher.group();
            element.text(text.substring(from, matcher.start()))
                    .add(Tag.of("abbr", of(word)).with("title", word));
            from = matcher.end();
        }
        return element.text(text.substring(from));
    }

    private static String of(String word) {
        int length = word.codePointCount(0, word.length());
        return word.substring(0, word.offsetByCodePoints(0, BEGIN))
                + "\u2026"
                + word.substring(word.offsetByCodePoints(0, length - END));
    }
}
