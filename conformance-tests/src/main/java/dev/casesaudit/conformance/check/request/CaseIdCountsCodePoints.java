package dev.casesaudit.conformance.check.request;

/** The length of a caseId is counted in code points. */
final class CaseIdCountsCodePoints extends CountedLength {

    CaseIdCountsCodePoints() {
        super("request-case-id-counts-code-points", Label.CASE_ID, "ValidationException");
    }
}
