package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** A string value is a string. */
final class StringValueType extends MemberCheck {

    StringValueType() {
        super("response-string-value-type", "AuditEventFieldValueUnion.stringValue", Keyword.TYPE);
    }
}
