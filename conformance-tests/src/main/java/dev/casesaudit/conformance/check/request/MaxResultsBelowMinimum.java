package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Set;

/** A page size below the minimum is refused, and not taken for the default. */
final class MaxResultsBelowMinimum extends RefusedRequest {

    MaxResultsBelowMinimum() {
        super("request-max-results-below-minimum", "ValidationException");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("maxResults", Keyword.RANGE).at(Boundary.BELOW));
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        long tooSmall = trial.contract().ofInput("maxResults", Keyword.RANGE).minimum() - 1;
        return trial.history(one).json("{\"maxResults\":" + tooSmall + "}");
    }
}
