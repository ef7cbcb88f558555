package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The id of an event is a string. */
final class EventIdType extends MemberCheck {

    EventIdType() {
        super("response-event-id-type", "AuditEvent.eventId", Keyword.TYPE);
    }
}
