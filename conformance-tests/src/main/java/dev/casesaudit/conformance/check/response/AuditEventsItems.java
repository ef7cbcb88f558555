package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** A page has no more events than the contract lets it have. */
final class AuditEventsItems extends MemberCheck {

    AuditEventsItems() {
        super("response-audit-events-items", "GetCaseAuditEventsResponse.auditEvents", Keyword.ITEMS);
    }
}
