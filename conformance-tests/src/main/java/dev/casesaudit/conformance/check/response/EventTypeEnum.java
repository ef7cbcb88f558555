package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** What happened is one of the kinds that the contract knows. */
final class EventTypeEnum extends MemberCheck {

    EventTypeEnum() {
        super("response-event-type-enum", "AuditEvent.type", Keyword.ENUM);
    }
}
