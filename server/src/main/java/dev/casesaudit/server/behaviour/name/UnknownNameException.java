package dev.casesaudit.server.behaviour.name;

import java.util.Locale;
import java.util.OptionalInt;

/** A list of names is invalid. The message is meant for its author. */
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

    /** One name of the list is unknown or repeated. */
    static UnknownNameException at(int index, String expected, String got) {
        return new UnknownNameException(expected, got, index);
    }

    /** Each name is valid, but not the combination. */
    public static UnknownNameException together(String expected, String got) {
        return new UnknownNameException(expected, got, -1);
    }

    public String expected() {
        return expected;
    }

    public String got() {
        return got;
    }

    /** The index of the invalid name, from 0; empty where the combination is invalid. */
    public OptionalInt index() {
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
