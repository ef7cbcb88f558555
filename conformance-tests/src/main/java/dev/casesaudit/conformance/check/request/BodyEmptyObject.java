package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import java.util.Set;

/** An object without members leaves all of them out. */
final class BodyEmptyObject extends AcceptedRequest {

    BodyEmptyObject() {
        super(
                "request-body-empty-object",
                history -> history.json("{}").header("accept", "application/json"),
                history -> history.header("accept", "application/json"));
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("nextToken", Keyword.OPTIONAL).at(Boundary.ABSENT));
    }
}
