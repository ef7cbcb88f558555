package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Mistake;

/** A domain that is not there is not found, or not the caller's. */
final class UnknownDomain extends RefusalCheck {

    UnknownDomain() {
        super("error-unknown-domain", Mistake.UNKNOWN_DOMAIN);
    }
}
