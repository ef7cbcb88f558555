package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.ErrorCheck;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import java.util.Locale;
import java.util.Optional;

/** An error has its name in the header, where new servers put it; clients have to look into the body as well. */
final class NameInHeader extends ErrorCheck {

    private static final String HEADER = "x-amzn-errortype";

    NameInHeader() {
        super("error-name-in-header");
    }

    @Override
    protected boolean looksAt(Exchange error) {
        return ErrorName.of(error.answer()).isPresent();
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        return error.answer().header(HEADER).filter(name -> !name.isBlank()).isPresent()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        error,
                        String.format(Locale.ROOT, "%s on %s", HEADER, Expect.described(error.answer())),
                        "its name in the body alone"));
    }
}
