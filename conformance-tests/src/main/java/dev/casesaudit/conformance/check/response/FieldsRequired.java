package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** Every event has its list of fields, also where that is empty. */
final class FieldsRequired extends MemberCheck {

    FieldsRequired() {
        super("response-fields-required", "AuditEvent.fields", Keyword.REQUIRED);
    }
}
