package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The id of a field is a string. */
final class EventFieldIdType extends MemberCheck {

    EventFieldIdType() {
        super("response-event-field-id-type", "AuditEventField.eventFieldId", Keyword.TYPE);
    }
}
