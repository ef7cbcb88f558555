package dev.casesaudit.conformance.contract;

import dev.casesaudit.conformance.text.Words;

/** Where a value can stand, seen from a constraint. */
public enum Boundary {
    BELOW,
    MINIMUM,
    MAXIMUM,
    ABOVE,
    WRONG_TYPE,
    NULL,
    ABSENT,
    /** Not among the values, the forms or the patterns that are allowed. */
    OUTSIDE,
    NO_ARM,
    TWO_ARMS;

    /** Returns the name as reports write it. */
    public String label() {
        return Words.label(this);
    }
}
