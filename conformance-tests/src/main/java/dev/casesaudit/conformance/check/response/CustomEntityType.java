package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The custom entity that acted is a string. */
final class CustomEntityType extends MemberCheck {

    CustomEntityType() {
        super("response-custom-entity-type", "UserUnion.customEntity", Keyword.TYPE);
    }
}
