package dev.casesaudit.conformance.requirement;

import dev.casesaudit.conformance.text.Words;
import java.util.Arrays;
import java.util.Optional;

/** The subject of requirements. Their ids start with its name. */
public enum Area {
    REQUEST("what the operation accepts and refuses"),
    RESPONSE("the page of events that it returns"),
    PAGINATION("tokens, and walks through the pages of a history"),
    ERROR("the errors"),
    PROTOCOL("the headers and the encoding of all messages"),
    RECORDING("the events that edits record; tried only with --writes");

    private final String about;

    Area(String about) {
        this.about = about;
    }

    public String about() {
        return about;
    }

    /** Whether trying its requirements changes the target. */
    public boolean writes() {
        return this == RECORDING;
    }

    public String label() {
        return Words.label(this);
    }

    /** Returns the area of a label. */
    public static Optional<Area> labelled(String label) {
        return Arrays.stream(values())
                .filter(area -> area.label().equals(label))
                .findFirst();
    }
}
