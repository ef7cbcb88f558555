package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** A string value is as long as the contract lets it be. */
final class StringValueLength extends MemberCheck {

    StringValueLength() {
        super("response-string-value-length", "AuditEventFieldValueUnion.stringValue", Keyword.LENGTH);
    }
}
