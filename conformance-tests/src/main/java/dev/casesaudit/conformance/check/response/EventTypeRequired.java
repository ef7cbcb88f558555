package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** Every event says what happened. */
final class EventTypeRequired extends MemberCheck {

    EventTypeRequired() {
        super("response-event-type-required", "AuditEvent.type", Keyword.REQUIRED);
    }
}
