package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import java.util.Set;

/** A list is no page size, even of one. */
final class MaxResultsList extends MalformedBody {

    MaxResultsList() {
        super("request-max-results-list", "{\"maxResults\":[%d]}");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("maxResults", Keyword.TYPE).at(Boundary.WRONG_TYPE));
    }
}
