package dev.casesaudit.conformance.requirement;

/** The strength of a requirement. */
public enum Level {
    /** The documents of the operation or its protocol say so. */
    MUST,
    /** Good practice. A finding is reported, and fails the run only with {@code --level should}. */
    SHOULD
}
