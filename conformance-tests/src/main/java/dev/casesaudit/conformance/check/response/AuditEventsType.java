package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The events are a list. */
final class AuditEventsType extends MemberCheck {

    AuditEventsType() {
        super("response-audit-events-type", "GetCaseAuditEventsResponse.auditEvents", Keyword.TYPE);
    }
}
