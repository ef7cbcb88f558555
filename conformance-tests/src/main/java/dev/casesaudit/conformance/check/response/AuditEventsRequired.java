package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** A page has its list of events, also where that is empty. */
final class AuditEventsRequired extends MemberCheck {

    AuditEventsRequired() {
        super("response-audit-events-required", "GetCaseAuditEventsResponse.auditEvents", Keyword.REQUIRED);
    }
}
