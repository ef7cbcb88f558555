package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Optional;
import java.util.Set;

/** The length of a token is counted in code points. */
final class NextTokenCountsCodePoints extends RefusedRequest {

    NextTokenCountsCodePoints() {
        super("request-next-token-counts-code-points", "ValidationException");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("nextToken", Keyword.LENGTH).at(Boundary.MAXIMUM));
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        Constraint length = trial.contract().ofInput("nextToken", Keyword.LENGTH);
        return trial.history(one).json(Token.garbage(Label.FOUR_BYTES, (int) length.maximum()));
    }

    @Override
    Optional<Request> neighbour(Trial trial, CaseRef one) {
        return Optional.of(trial.history(one).json(Token.garbage("a", (int)
                trial.contract().ofInput("nextToken", Keyword.LENGTH).maximum())));
    }
}
