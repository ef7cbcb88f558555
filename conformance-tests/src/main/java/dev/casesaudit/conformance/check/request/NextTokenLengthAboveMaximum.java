package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Set;

/** A token above the maximum length is invalid. */
final class NextTokenLengthAboveMaximum extends RefusedRequest {

    NextTokenLengthAboveMaximum() {
        super("request-next-token-length-above-maximum", "ValidationException");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("nextToken", Keyword.LENGTH).at(Boundary.ABOVE));
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        Constraint length = trial.contract().ofInput("nextToken", Keyword.LENGTH);
        return trial.history(one).json(Token.garbage("a", (int) length.maximum() + 1));
    }
}
