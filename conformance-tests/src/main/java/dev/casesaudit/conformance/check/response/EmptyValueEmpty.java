package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** An empty value has no members. */
final class EmptyValueEmpty extends MemberCheck {

    EmptyValueEmpty() {
        super("response-empty-value-empty", "AuditEventFieldValueUnion.emptyValue", Keyword.EMPTY);
    }
}
