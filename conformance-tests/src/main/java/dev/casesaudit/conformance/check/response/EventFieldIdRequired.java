package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** Every field has its id. */
final class EventFieldIdRequired extends MemberCheck {

    EventFieldIdRequired() {
        super("response-event-field-id-required", "AuditEventField.eventFieldId", Keyword.REQUIRED);
    }
}
