package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** A page is an object. */
final class BodyType extends MemberCheck {

    BodyType() {
        super("response-body-type", "GetCaseAuditEventsResponse", Keyword.TYPE);
    }
}
