package dev.casesaudit.conformance.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Helpers for English text. */
public final class Words {

    private static final int LONGEST = 2_000;

    private Words() {}

    /** Returns a number with a noun, as in {@code 1 request} and {@code 2 requests}. */
    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** Returns a constant's name as options, profiles and reports write it: {@code ONE_EVENT} as {@code one event}. */
    public static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns at most the first 2,000 characters of a text. */
    public static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "\u2026";
    }

    /** Wraps a text at its spaces. */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
