package dev.casesaudit.server.behaviour.fault;

import dev.casesaudit.server.document.Quotes;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name, number or value in a script.
 *
 * @param position of its first character, the first of the script being 1
 */
record Word(String text, int position) {

    // Few enough digits for a long.
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,18}");

    /** Compares without regard to letter case. */
    boolean is(String name) {
        return lowerCase().equals(name.toLowerCase(Locale.ROOT));
    }

    String lowerCase() {
        return text.toLowerCase(Locale.ROOT);
    }

    int number(int min, int max, String what) {
        if (WHOLE_NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return (int) number;
            }
        }
        throw expected(String.format(Locale.ROOT, "%s from %s to %s", what, min, max));
    }

    FaultScriptException expected(String expected) {
        return new FaultScriptException(position, expected, Quotes.quote(text));
    }
}
