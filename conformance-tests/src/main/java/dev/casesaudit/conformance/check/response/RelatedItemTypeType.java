package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The kind of a related item is a string. */
final class RelatedItemTypeType extends MemberCheck {

    RelatedItemTypeType() {
        super("response-related-item-type-type", "AuditEvent.relatedItemType", Keyword.TYPE);
    }
}
