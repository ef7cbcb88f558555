package dev.casesaudit.conformance.contract;

import dev.casesaudit.conformance.text.Words;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of constraints, with the boundaries that each can have. */
public enum Keyword {
    /** Present, and not null. */
    REQUIRED,
    /** May be absent or null, which mean the same. */
    OPTIONAL,
    TYPE,
    /** Of a string, in Unicode code points. */
    LENGTH,
    RANGE,
    /** The number of items of a list. */
    ITEMS,
    ENUM,
    FORMAT,
    PATTERN,
    /** A tagged union: exactly one arm. */
    UNION,
    /** An object that never has members. */
    EMPTY;

    Set<Boundary> boundaries() {
        return switch (this) {
            case REQUIRED, OPTIONAL -> EnumSet.of(Boundary.ABSENT, Boundary.NULL);
            case TYPE -> EnumSet.of(Boundary.WRONG_TYPE);
            case LENGTH, RANGE, ITEMS -> EnumSet.of(Boundary.BELOW, Boundary.MINIMUM, Boundary.MAXIMUM, Boundary.ABOVE);
            case ENUM, FORMAT, PATTERN -> EnumSet.of(Boundary.OUTSIDE);
            case UNION -> EnumSet.of(Boundary.NO_ARM, Boundary.TWO_ARMS);
            case EMPTY -> EnumSet.of(Boundary.ABOVE);
        };
    }

    public String label() {
        return Words.label(this);
    }
}
