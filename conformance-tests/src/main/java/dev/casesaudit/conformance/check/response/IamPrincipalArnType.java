package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The ARN of a principal is a string. */
final class IamPrincipalArnType extends MemberCheck {

    IamPrincipalArnType() {
        super("response-iam-principal-arn-type", "AuditEventPerformedBy.iamPrincipalArn", Keyword.TYPE);
    }
}
