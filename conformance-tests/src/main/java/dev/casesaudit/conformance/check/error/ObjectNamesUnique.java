package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.ErrorCheck;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.JsonSyntax;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** No object of an error has two members of the same name. */
final class ObjectNamesUnique extends ErrorCheck {

    ObjectNamesUnique() {
        super("error-object-names-unique");
    }

    @Override
    protected boolean looksAt(Exchange error) {
        return syntax(error).problem().isEmpty();
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        List<String> repeated = syntax(error).repeated();
        return repeated.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        repeated.get(0),
                        String.format(Locale.ROOT, "one member of this name in %s", Expect.described(error.answer())),
                        "a second one",
                        error));
    }

    private static JsonSyntax syntax(Exchange error) {
        return JsonSyntax.of(error.answer().body().text());
    }
}
