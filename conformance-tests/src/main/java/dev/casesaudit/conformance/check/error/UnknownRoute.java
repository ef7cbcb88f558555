package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Mistake;

/** A route that no operation has is unknown. */
final class UnknownRoute extends RefusalCheck {

    UnknownRoute() {
        super("error-unknown-route", Mistake.UNKNOWN_ROUTE);
    }
}
