package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** A new value has exactly one arm. */
final class NewValueUnion extends MemberCheck {

    NewValueUnion() {
        super("response-new-value-union", "AuditEventField.newValue", Keyword.UNION);
    }
}
