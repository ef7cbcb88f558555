package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** Every event has an id. */
final class EventIdRequired extends MemberCheck {

    EventIdRequired() {
        super("response-event-id-required", "AuditEvent.eventId", Keyword.REQUIRED);
    }
}
