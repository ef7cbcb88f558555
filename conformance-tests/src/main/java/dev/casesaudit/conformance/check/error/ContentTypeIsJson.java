package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.ErrorCheck;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import java.util.Locale;
import java.util.Optional;

/** Every error says that it is JSON. */
final class ContentTypeIsJson extends ErrorCheck {

    ContentTypeIsJson() {
        super("error-content-type-is-json");
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        String type = error.answer().header("content-type").orElse("");
        String bare = type.split(";", 2)[0].strip();
        return bare.equalsIgnoreCase("application/json")
                ? Optional.empty()
                : Optional.of(Finding.of(
                        error,
                        String.format(
                                Locale.ROOT, "content-type application/json on %s", Expect.described(error.answer())),
                        type.isEmpty() ? "none" : String.format(Locale.ROOT, "'%s'", type)));
    }
}
