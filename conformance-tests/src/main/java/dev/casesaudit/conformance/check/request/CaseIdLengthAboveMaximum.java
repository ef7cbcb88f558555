package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Set;

/** A caseId above the maximum length is invalid, and not only unknown. */
final class CaseIdLengthAboveMaximum extends RefusedRequest {

    CaseIdLengthAboveMaximum() {
        super("request-case-id-length-above-maximum", "ValidationException");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(Label.CASE_ID.length(contract).at(Boundary.ABOVE));
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        int tooLong = (int) Label.CASE_ID.length(trial.contract()).maximum() + 1;
        return Label.CASE_ID.request(one, "a".repeat(tooLong));
    }
}
