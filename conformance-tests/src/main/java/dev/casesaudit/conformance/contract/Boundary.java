package dev.casesaudit.conformance.contract;

import dev.casesaudit.conformance.text.Words;

/** The position of a value relative to a constraint. */
public enum Boundary {
    BELOW,
    MINIMUM,
    MAXIMUM,
    ABOVE,
    WRONG_TYPE,
    NULL,
    ABSENT,
    /** Not one of the allowed values, formats or patterns. */
    OUTSIDE,
    NO_ARM,
    TWO_ARMS;

    public String label() {
        return Words.label(this);
    }
}
