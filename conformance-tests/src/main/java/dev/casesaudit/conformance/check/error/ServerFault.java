package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Mistake;

/** A fault of the target is told as its own. */
final class ServerFault extends RefusalCheck {

    ServerFault() {
        super("error-server-fault", Mistake.INTERNAL_ERROR);
    }
}
