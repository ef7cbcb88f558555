package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** An old value has exactly one arm. */
final class OldValueUnion extends MemberCheck {

    OldValueUnion() {
        super("response-old-value-union", "AuditEventField.oldValue", Keyword.UNION);
    }
}
