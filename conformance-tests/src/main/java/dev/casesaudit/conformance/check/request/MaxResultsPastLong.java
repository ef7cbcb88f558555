package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.math.BigInteger;
import java.util.Set;

/** A page size that 64 bits cannot hold is refused, and not cut to them. */
final class MaxResultsPastLong extends RefusedRequest {

    MaxResultsPastLong() {
        super("request-max-results-past-long", "SerializationException", "ValidationException");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("maxResults", Keyword.TYPE).at(Boundary.WRONG_TYPE));
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        long maximum = trial.contract().ofInput("maxResults", Keyword.RANGE).maximum();
        // Cut to its lowest 64 bits, it would be accepted.
        BigInteger huge = BigInteger.TWO.pow(64).add(BigInteger.valueOf(maximum));
        return trial.history(one).json("{\"maxResults\":" + huge + "}");
    }
}
