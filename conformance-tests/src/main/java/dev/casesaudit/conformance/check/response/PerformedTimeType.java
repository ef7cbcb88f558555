package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** The time of an event is a string, and not a number. */
final class PerformedTimeType extends MemberCheck {

    PerformedTimeType() {
        super("response-performed-time-type", "AuditEvent.performedTime", Keyword.TYPE);
    }
}
