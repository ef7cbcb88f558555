package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** What happened is told by a string. */
final class EventTypeType extends MemberCheck {

    EventTypeType() {
        super("response-event-type-type", "AuditEvent.type", Keyword.TYPE);
    }
}
