package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** Whoever performed an event has the ARN of a principal. */
final class IamPrincipalArnRequired extends MemberCheck {

    IamPrincipalArnRequired() {
        super("response-iam-principal-arn-required", "AuditEventPerformedBy.iamPrincipalArn", Keyword.REQUIRED);
    }
}
