package dev.casesaudit.server.json;

import java.io.IOException;
import java.util.Locale;

/** A text is not valid. The message says what was found, and where. */
public final class NotReadable extends IOException {

    private final String expected;

    NotReadable(String expected, String got) {
        super(got);
        this.expected = expected;
    }

    /** Returns what was expected, such as {@code YAML}. */
    public String expected() {
        return expected;
    }

    static String at(int line, int column, String got) {
        return String.format(Locale.ROOT, "%s at line %d, column %d", got, line, column);
    }
}
