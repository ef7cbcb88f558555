package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Mistake;

/** A case that is not there is not found. */
final class UnknownCase extends RefusalCheck {

    UnknownCase() {
        super("error-unknown-case", Mistake.UNKNOWN_CASE);
    }
}
