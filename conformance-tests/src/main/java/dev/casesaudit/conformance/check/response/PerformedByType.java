package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** Who performed an event is an object. */
final class PerformedByType extends MemberCheck {

    PerformedByType() {
        super("response-performed-by-type", "AuditEvent.performedBy", Keyword.TYPE);
    }
}
