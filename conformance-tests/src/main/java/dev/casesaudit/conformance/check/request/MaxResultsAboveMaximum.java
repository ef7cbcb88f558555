package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Set;

/** A page size above the maximum is refused, and not clamped. */
final class MaxResultsAboveMaximum extends RefusedRequest {

    MaxResultsAboveMaximum() {
        super("request-max-results-above-maximum", "ValidationException");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("maxResults", Keyword.RANGE).at(Boundary.ABOVE));
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        long tooLarge = trial.contract().ofInput("maxResults", Keyword.RANGE).maximum() + 1;
        return trial.history(one).json("{\"maxResults\":" + tooLarge + "}");
    }
}
