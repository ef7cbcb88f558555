package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import java.util.Set;

/** A page size is whole, and not cut off. */
final class MaxResultsFraction extends MalformedBody {

    MaxResultsFraction() {
        super("request-max-results-fraction", "{\"maxResults\":1.5}");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("maxResults", Keyword.TYPE).at(Boundary.WRONG_TYPE));
    }
}
