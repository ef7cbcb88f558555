package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.ErrorCheck;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import java.util.Optional;
import java.util.Set;

/** Every error has a request id: it is what support asks for. */
final class RequestIdOnErrors extends ErrorCheck {

    RequestIdOnErrors() {
        super("protocol-request-id-on-errors");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return RequestId.covered(contract, Keyword.REQUIRED);
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        return RequestId.missing(error, Expect.described(error.answer()));
    }
}
