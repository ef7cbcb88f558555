package dev.casesaudit.server.behaviour.fault;

import java.util.Locale;
import java.util.regex.Pattern;

final class Words {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/-]+");

    private Words() {}

    /** Returns the text as an argument, in quotes where the parser would read it differently without. */
    static String write(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        StringBuilder written = new StringBuilder("\"");
        text.chars().forEach(c -> written.append(escape((char) c)));
        return written.append('"').toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '"', '\\' -> "\\" + c;
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> Character.isISOControl(c) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
