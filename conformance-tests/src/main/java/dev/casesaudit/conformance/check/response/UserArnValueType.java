package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The ARN of a user as a value is a string. */
final class UserArnValueType extends MemberCheck {

    UserArnValueType() {
        super("response-user-arn-value-type", "AuditEventFieldValueUnion.userArnValue", Keyword.TYPE);
    }
}
