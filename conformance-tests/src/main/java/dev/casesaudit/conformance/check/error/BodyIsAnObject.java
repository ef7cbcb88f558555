package dev.casesaudit.conformance.check.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.ErrorCheck;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import java.util.Locale;
import java.util.Optional;

/** The body of every error is a JSON object. */
final class BodyIsAnObject extends ErrorCheck {

    BodyIsAnObject() {
        super("error-body-is-an-object");
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        return notAnObject(error);
    }

    static Optional<Finding> notAnObject(Exchange error) {
        Content content = error.answer().body();
        JsonNode body = Json.read(content);
        if (body.isObject()) {
            return Optional.empty();
        }
        String kind = content.isEmpty() ? "an empty body" : body.isMissingNode() ? "no JSON" : Expect.kind(body);
        return Optional.of(Finding.of(
                error,
                String.format(Locale.ROOT, "a JSON object as the body of %s", Expect.described(error.answer())),
                kind));
    }
}
