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

/** Every error has a name, in any of the places where a client looks for it. */
final class NamePresent extends ErrorCheck {

    NamePresent() {
        super("error-name-present");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return contract.constraint("header.x-amzn-errortype", Keyword.REQUIRED).cells();
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        return ErrorName.of(error.answer()).isPresent()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        error,
                        "the error's name in x-amzn-errortype, or in the body as __type or code",
                        String.format(
                                Locale.ROOT, "%d without one", error.answer().status())));
    }
}
