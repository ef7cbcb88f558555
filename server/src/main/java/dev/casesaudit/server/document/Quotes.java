package dev.casesaudit.server.document;

import java.util.Locale;

/** Quotes texts of users in messages. */
public final class Quotes {

    private static final int LONGEST = 60;

    private Quotes() {}

    /** Returns a text in quotes; a long text shortened, with its length. */
    public static String quote(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST
                ? String.format(Locale.ROOT, "'%s'", text)
                : String.format(
                        Locale.ROOT,
                        "'%s…' of %d characters",
                        text.substring(0, text.offsetByCodePoints(0, LONGEST)),
                        length);
    }
}
