package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The ARN of a principal is as long as the contract lets it be. */
final class IamPrincipalArnLength extends MemberCheck {

    IamPrincipalArnLength() {
        super("response-iam-principal-arn-length", "AuditEventPerformedBy.iamPrincipalArn", Keyword.LENGTH);
    }
}
