package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Set;

/** A negative page size is refused, and not taken for no limit. */
final class MaxResultsNegative extends RefusedRequest {

    MaxResultsNegative() {
        super("request-max-results-negative", "ValidationException");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("maxResults", Keyword.RANGE).at(Boundary.BELOW));
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        long minimum = trial.contract().ofInput("maxResults", Keyword.RANGE).minimum();
        long negative = Math.min(minimum, 0) - 1;
        return trial.history(one).json("{\"maxResults\":" + negative + "}");
    }
}
