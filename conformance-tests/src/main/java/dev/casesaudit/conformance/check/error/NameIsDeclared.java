package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.ErrorCheck;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The name of an error is one that clients know from the contract. */
final class NameIsDeclared extends ErrorCheck {

    // The contract has those that the kit can provoke; the operation's page refers to these as well.
    private static final Set<String> COMMON = Set.of(
            "IncompleteSignature",
            "InternalFailure",
            "MalformedHttpRequestException",
            "NotAuthorized",
            "OptInRequired",
            "RequestAbortedException",
            "RequestExpired",
            "RequestTimeoutException",
            "ServiceUnavailable",
            "ValidationError");

    NameIsDeclared() {
        super("error-name-is-declared");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return contract.constraint("header.x-amzn-errortype", Keyword.ENUM).cells();
    }

    @Override
    protected boolean looksAt(Exchange error) {
        return ErrorName.of(error.answer()).isPresent();
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        return ErrorName.of(error.answer())
                .filter(name -> trial.contract().error(name).isEmpty() && !COMMON.contains(name))
                .map(name -> Finding.of(
                                error,
                                "an error that the contract or AWS's list of common errors has",
                                String.format(
                                        Locale.ROOT, "%d '%s'", error.answer().status(), name))
                        .asDeviation());
    }
}
