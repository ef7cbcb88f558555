package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import java.util.Set;

/** An object is no page size. */
final class MaxResultsObject extends MalformedBody {

    MaxResultsObject() {
        super("request-max-results-object", "{\"maxResults\":{}}");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("maxResults", Keyword.TYPE).at(Boundary.WRONG_TYPE));
    }
}
