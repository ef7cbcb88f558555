package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** Every event has its time. */
final class PerformedTimeRequired extends MemberCheck {

    PerformedTimeRequired() {
        super("response-performed-time-required", "AuditEvent.performedTime", Keyword.REQUIRED);
    }
}
