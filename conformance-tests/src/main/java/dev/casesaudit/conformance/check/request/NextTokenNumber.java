package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import java.util.Set;

/** A token is a string, and not a number. */
final class NextTokenNumber extends MalformedBody {

    NextTokenNumber() {
        super("request-next-token-number", "{\"nextToken\":25}");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("nextToken", Keyword.TYPE).at(Boundary.WRONG_TYPE));
    }
}
