package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.target.Role;

/** A case of one event has that event. */
final class OneEventHistory extends HistorySize {

    OneEventHistory() {
        super("response-one-event-history", Role.ONE_EVENT);
    }
}
