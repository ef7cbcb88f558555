package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** An event is an object. */
final class AuditEventsItemType extends MemberCheck {

    AuditEventsItemType() {
        super("response-audit-events-item-type", "GetCaseAuditEventsResponse.auditEvents[]", Keyword.TYPE);
    }
}
