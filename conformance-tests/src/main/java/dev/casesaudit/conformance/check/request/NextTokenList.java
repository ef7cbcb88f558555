package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import java.util.Set;

/** A list is no token, even an empty one. */
final class NextTokenList extends MalformedBody {

    NextTokenList() {
        super("request-next-token-list", "{\"nextToken\":[]}");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("nextToken", Keyword.TYPE).at(Boundary.WRONG_TYPE));
    }
}
