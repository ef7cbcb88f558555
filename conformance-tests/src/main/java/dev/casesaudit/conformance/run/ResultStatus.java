package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.text.Words;

/** What an outcome means for the run, once its excuse is known. */
public enum ResultStatus {
    PASSED,
    FAILED,
    NOT_TESTABLE,
    /** Failed or not testable, as the known failures say. */
    EXCUSED,
    /** Excused, and it passes: the excuse is out of date. */
    STALE,
    DRIFTED,
    /** The real service refuses in another way than its documents say. */
    DEVIATED,
    NOT_APPLICABLE,
    /** The run ended before, for one of its limits. */
    NOT_TRIED,
    KIT_ERROR;

    /** Returns the name as reports write it. */
    public String label() {
        return Words.label(this);
    }
}
