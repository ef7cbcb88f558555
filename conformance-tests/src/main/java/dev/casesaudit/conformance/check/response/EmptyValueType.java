package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** An empty value is an object. */
final class EmptyValueType extends MemberCheck {

    EmptyValueType() {
        super("response-empty-value-type", "AuditEventFieldValueUnion.emptyValue", Keyword.TYPE);
    }
}
