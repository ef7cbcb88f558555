package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.ErrorCheck;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** No error is a page for a browser. */
final class NoHtml extends ErrorCheck {

    private static final Pattern MARKUP =
            Pattern.compile("^\\s*<|<!doctype html|<html|<body", Pattern.CASE_INSENSITIVE);

    NoHtml() {
        super("error-no-html");
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        return MARKUP.matcher(error.answer().body().text()).find()
                ? Optional.of(Finding.of(
                        error,
                        String.format(Locale.ROOT, "no markup in %s", Expect.described(error.answer())),
                        "HTML or XML"))
                : Optional.empty();
    }
}
