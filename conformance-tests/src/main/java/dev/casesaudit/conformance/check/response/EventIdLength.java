package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The id of an event is as long as the contract lets it be. */
final class EventIdLength extends MemberCheck {

    EventIdLength() {
        super("response-event-id-length", "AuditEvent.eventId", Keyword.LENGTH);
    }
}
