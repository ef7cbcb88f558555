package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import java.util.Set;

/** A history can be asked for with no body. */
final class BodyAbsent extends AcceptedRequest {

    BodyAbsent() {
        super("request-body-absent", history -> history);
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(
                contract.ofInput("maxResults", Keyword.OPTIONAL).at(Boundary.ABSENT),
                contract.ofInput("nextToken", Keyword.OPTIONAL).at(Boundary.ABSENT));
    }
}
