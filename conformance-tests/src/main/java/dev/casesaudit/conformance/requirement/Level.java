package dev.casesaudit.conformance.requirement;

/** How strongly a requirement is meant. */
public enum Level {
    /** The documents of the operation or its protocol say so. */
    MUST,
    /** Good practice; breaking it is reported and does not fail a run, unless asked to. */
    SHOULD
}
