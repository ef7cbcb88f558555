package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The custom entity that acted is as long as the contract lets it be. */
final class CustomEntityLength extends MemberCheck {

    CustomEntityLength() {
        super("response-custom-entity-length", "UserUnion.customEntity", Keyword.LENGTH);
    }
}
