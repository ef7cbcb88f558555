package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The ARN of the user who acted is as long as the contract lets it be. */
final class UserArnLength extends MemberCheck {

    UserArnLength() {
        super("response-user-arn-length", "UserUnion.userArn", Keyword.LENGTH);
    }
}
