package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;

/** A caseId of the maximum length is a valid one. */
final class CaseIdLengthMaximum extends AcceptedLength {

    CaseIdLengthMaximum() {
        super("request-case-id-length-maximum", Label.CASE_ID, Boundary.MAXIMUM);
    }
}
