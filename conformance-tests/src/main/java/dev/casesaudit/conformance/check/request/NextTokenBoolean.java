package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import java.util.Set;

/** A boolean is no token. */
final class NextTokenBoolean extends MalformedBody {

    NextTokenBoolean() {
        super("request-next-token-boolean", "{\"nextToken\":false}");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("nextToken", Keyword.TYPE).at(Boundary.WRONG_TYPE));
    }
}
