package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The user who performed an event has exactly one arm. */
final class UserUnion extends MemberCheck {

    UserUnion() {
        super("response-user-union", "AuditEventPerformedBy.user", Keyword.UNION);
    }
}
