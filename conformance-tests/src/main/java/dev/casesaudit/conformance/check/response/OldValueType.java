package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** An old value is an object, and not the bare value. */
final class OldValueType extends MemberCheck {

    OldValueType() {
        super("response-old-value-type", "AuditEventField.oldValue", Keyword.TYPE);
    }
}
