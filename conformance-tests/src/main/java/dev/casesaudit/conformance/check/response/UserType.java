package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The user who performed an event is an object. */
final class UserType extends MemberCheck {

    UserType() {
        super("response-user-type", "AuditEventPerformedBy.user", Keyword.TYPE);
    }
}
