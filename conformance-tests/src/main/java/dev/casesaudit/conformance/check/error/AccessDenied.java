package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Mistake;

/** A case that the caller may not read is denied. */
final class AccessDenied extends RefusalCheck {

    AccessDenied() {
        super("error-access-denied", Mistake.DENIED);
    }
}
