package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import java.util.Set;

/** A page size that is null is absent. */
final class MaxResultsNull extends AcceptedRequest {

    MaxResultsNull() {
        super("request-max-results-null", history -> history.json("{\"maxResults\":null}"));
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("maxResults", Keyword.OPTIONAL).at(Boundary.NULL));
    }
}
