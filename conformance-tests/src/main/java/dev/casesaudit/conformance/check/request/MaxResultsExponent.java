package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import java.util.Set;

/** A number past every range is refused, and not taken for infinite. */
final class MaxResultsExponent extends MalformedBody {

    MaxResultsExponent() {
        super("request-max-results-exponent", "{\"maxResults\":1e1000}");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("maxResults", Keyword.TYPE).at(Boundary.WRONG_TYPE));
    }
}
