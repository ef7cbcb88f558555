package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** Every field has a new value, also where that is empty. */
final class NewValueRequired extends MemberCheck {

    NewValueRequired() {
        super("response-new-value-required", "AuditEventField.newValue", Keyword.REQUIRED);
    }
}
