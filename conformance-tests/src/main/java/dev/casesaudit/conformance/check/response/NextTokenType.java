package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** A token is a string. */
final class NextTokenType extends MemberCheck {

    NextTokenType() {
        super("response-next-token-type", "GetCaseAuditEventsResponse.nextToken", Keyword.TYPE);
    }
}
