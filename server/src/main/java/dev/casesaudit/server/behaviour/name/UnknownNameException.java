package dev.casesaudit.server.behaviour.name;

import java.util.Locale;
import java.util.OptionalInt;

/** A wish cannot be understood. Says what was expected and what stands there instead, in words for whoever wished. */
public final class UnknownNameException extends RuntimeException {

    private final String expected;
    private final String got;
    private final int index;

    private UnknownNameException(String expected, String got, int index) {
        super(String.format(Locale.ROOT, "expected %s, got %s", expected, got), null, false, false);
        this.expected = expected;
        this.got = got;
        this.index = index;
    }

    /** One name of a list is wrong. */
    static UnknownNameException at(int index, String expected, String got) {
        return new UnknownNameException(expected, got, index);
    }

    /** Each name is right, but not all together. */
    public static UnknownNameException together(String expected, String got) {
        return new UnknownNameException(expected, got, -1);
    }

    public String expected() {
        return expected;
    }

    public String got() {
        return got;
    }

    /** The place of the wrong name in the list, from 0; nothing where the list as a whole is wrong. */
    public OptionalInt index() {
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
