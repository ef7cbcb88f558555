package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;

/** A caseId of the minimum length is a valid one. */
final class CaseIdLengthMinimum extends AcceptedLength {

    CaseIdLengthMinimum() {
        super("request-case-id-length-minimum", Label.CASE_ID, Boundary.MINIMUM);
    }
}
