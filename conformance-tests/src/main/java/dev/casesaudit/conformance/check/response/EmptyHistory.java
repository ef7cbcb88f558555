package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.target.Role;

/** A case without events is read as any other. */
final class EmptyHistory extends HistorySize {

    EmptyHistory() {
        super("response-empty-history", Role.EMPTY);
    }
}
