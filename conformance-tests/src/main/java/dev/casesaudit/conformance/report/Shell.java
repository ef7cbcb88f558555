package dev.casesaudit.conformance.report;

import java.util.Locale;
import java.util.regex.Pattern;

/** Quotes for a POSIX shell. */
final class Shell {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private Shell() {}

    /** Quotes a text as one word. */
    static String word(String text) {
        if (text.isEmpty()) {
            return "''";
        }
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Returns a command that prints any bytes. */
    static String printf(byte[] bytes) {
        StringBuilder format = new StringBuilder();
        for (byte one : bytes) {
            if (one == '%') {
                format.append("%%");
            } else if (one == '\\') {
                format.append("\\\\");
            } else if (one < ' ' || (one == '-' && format.length() == 0) || one == '\'' || one == 0x7f) {
                format.append(String.format(Locale.ROOT, "\\%03o", one & 0xff));
            } else {
                format.append((char) one);
            }
        }
        return String.format(Locale.ROOT, "printf '%s'", format);
    }
}
