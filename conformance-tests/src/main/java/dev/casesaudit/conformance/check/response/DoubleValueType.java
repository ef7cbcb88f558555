package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.contract.Keyword;

/** A double value is a number, or one of the three strings for what JSON has no number for. */
final class DoubleValueType extends MemberCheck {

    DoubleValueType() {
        super("response-double-value-type", "AuditEventFieldValueUnion.doubleValue", Keyword.TYPE);
    }
}
