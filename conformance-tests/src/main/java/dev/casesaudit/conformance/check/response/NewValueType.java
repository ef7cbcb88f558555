package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** A new value is an object, and not the bare value. */
final class NewValueType extends MemberCheck {

    NewValueType() {
        super("response-new-value-type", "AuditEventField.newValue", Keyword.TYPE);
    }
}
