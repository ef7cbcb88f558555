package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** A field is an object. */
final class FieldsItemType extends MemberCheck {

    FieldsItemType() {
        super("response-fields-item-type", "AuditEvent.fields[]", Keyword.TYPE);
    }
}
