package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Mistake;

/** A request that breaks a constraint is refused as such, whatever the constraint. */
final class InvalidRequest extends RefusalCheck {

    InvalidRequest() {
        super("error-invalid-request", Mistake.INVALID);
    }
}
