package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The time of an event is ISO 8601, with a zone. */
final class PerformedTimeFormat extends MemberCheck {

    PerformedTimeFormat() {
        super("response-performed-time-format", "AuditEvent.performedTime", Keyword.FORMAT);
    }
}
