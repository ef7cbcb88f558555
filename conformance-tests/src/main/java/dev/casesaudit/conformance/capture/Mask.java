package dev.casesaudit.conformance.capture;

import dev.casesaudit.conformance.text.Words;

/** What a capture can mask. */
public enum Mask {
    /** The texts of fields. */
    STRINGS,
    /** The ARNs of users and roles, and all others wherever they occur. */
    ARNS,
    /** The custom entities that performed events. */
    ENTITIES;

    public String label() {
        return Words.label(this);
    }
}
