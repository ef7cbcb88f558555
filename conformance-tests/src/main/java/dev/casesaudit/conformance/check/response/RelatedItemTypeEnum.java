package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The kind of a related item is one that the contract knows. */
final class RelatedItemTypeEnum extends MemberCheck {

    RelatedItemTypeEnum() {
        super("response-related-item-type-enum", "AuditEvent.relatedItemType", Keyword.ENUM);
    }
}
