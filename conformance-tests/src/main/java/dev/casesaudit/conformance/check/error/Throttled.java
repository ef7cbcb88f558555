package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Mistake;

/** A caller that asks too often is told so. */
final class Throttled extends RefusalCheck {

    Throttled() {
        super("error-throttled", Mistake.THROTTLED);
    }
}
