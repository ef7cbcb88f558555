package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The custom entity that acted is made of the characters that the contract lets it have. */
final class CustomEntityPattern extends MemberCheck {

    CustomEntityPattern() {
        super("response-custom-entity-pattern", "UserUnion.customEntity", Keyword.PATTERN);
    }
}
