package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The id of a field is as long as the contract lets it be. */
final class EventFieldIdLength extends MemberCheck {

    EventFieldIdLength() {
        super("response-event-field-id-length", "AuditEventField.eventFieldId", Keyword.LENGTH);
    }
}
