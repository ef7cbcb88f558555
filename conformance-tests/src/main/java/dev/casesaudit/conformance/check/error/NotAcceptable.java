package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Mistake;

/** A caller that does not read JSON is told so. */
final class NotAcceptable extends RefusalCheck {

    NotAcceptable() {
        super("error-not-acceptable", Mistake.NOT_ACCEPTABLE);
    }
}
