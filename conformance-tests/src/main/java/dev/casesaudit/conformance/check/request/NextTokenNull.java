package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import java.util.Set;

/** A token that is null is absent. */
final class NextTokenNull extends AcceptedRequest {

    NextTokenNull() {
        super("request-next-token-null", history -> history.json("{\"nextToken\":null}"));
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("nextToken", Keyword.OPTIONAL).at(Boundary.NULL));
    }
}
