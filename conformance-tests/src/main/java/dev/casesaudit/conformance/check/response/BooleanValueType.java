package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** A boolean value is a boolean. */
final class BooleanValueType extends MemberCheck {

    BooleanValueType() {
        super("response-boolean-value-type", "AuditEventFieldValueUnion.booleanValue", Keyword.TYPE);
    }
}
