package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The fields of an event are a list. */
final class FieldsType extends MemberCheck {

    FieldsType() {
        super("response-fields-type", "AuditEvent.fields", Keyword.TYPE);
    }
}
