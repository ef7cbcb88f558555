package dev.casesaudit.server.behaviour.fault;

import java.util.Locale;

/** A text is not a fault script. The message is meant for its author. */
public final class FaultScriptException extends RuntimeException {

    private final int position;
    private final String expected;
    private final String got;

    FaultScriptException(int position, String expected, String got) {
        super(
                String.format(Locale.ROOT, "at character %s: expected %s, got %s", position, expected, got),
                null,
                false,
                false);
        this.position = position;
        this.expected = expected;
        this.got = got;
    }

    /** The position of the error in the text, the first character being 1. */
    public int position() {
        return position;
    }

    public String expected() {
        return expected;
    }

    public String got() {
        return got;
    }
}
