package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The ARN of the user who acted is a string. */
final class UserArnType extends MemberCheck {

    UserArnType() {
        super("response-user-arn-type", "UserUnion.userArn", Keyword.TYPE);
    }
}
