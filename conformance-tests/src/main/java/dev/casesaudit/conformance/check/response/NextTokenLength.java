package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** A token is as long as the contract lets it be. */
final class NextTokenLength extends MemberCheck {

    NextTokenLength() {
        super("response-next-token-length", "GetCaseAuditEventsResponse.nextToken", Keyword.LENGTH);
    }
}
