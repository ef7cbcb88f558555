package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.text.Words;

/** The status of a requirement: the outcome of its check together with its excuse. */
public enum ResultStatus {
    PASSED,
    FAILED,
    NOT_TESTABLE,
    /** Failed or not testable, and a known failure. */
    EXCUSED,
    /** A known failure that passes. */
    STALE,
    DRIFTED,
    /** The real service deviates from its documents. */
    DEVIATED,
    NOT_APPLICABLE,
    /** A limit ended the run before. */
    NOT_TRIED,
    KIT_ERROR;

    public String label() {
        return Words.label(this);
    }
}
