package dev.casesaudit.conformance.check.request;

/** A caseId may be percent-encoded more than it has to be. */
final class CaseIdPercentDecoded extends EncodedId {

    CaseIdPercentDecoded() {
        super("request-case-id-percent-decoded", Label.CASE_ID);
    }
}
