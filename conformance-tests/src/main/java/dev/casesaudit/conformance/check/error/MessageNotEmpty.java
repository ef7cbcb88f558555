package dev.casesaudit.conformance.check.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.ErrorCheck;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import java.util.Locale;
import java.util.Optional;

/** Every error says something, those of the protocol too, whose message nothing demands. */
final class MessageNotEmpty extends ErrorCheck {

    MessageNotEmpty() {
        super("error-message-not-empty");
    }

    @Override
    protected boolean looksAt(Exchange error) {
        JsonNode body = Json.read(error.answer().body());
        boolean missing = !body.hasNonNull("message");
        // What the model demands is a requirement of its own.
        return body.isObject() && !(missing && ErrorName.isModelled(error.answer()));
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        JsonNode message = Json.read(error.answer().body()).path("message");
        boolean said = message.isTextual() && !message.asText().isBlank();
        boolean otherType = !message.isTextual() && ErrorName.isModelled(error.answer());
        return said || otherType
                ? Optional.empty()
                : Optional.of(new Finding(
                        "/message",
                        String.format(Locale.ROOT, "words in %s", Expect.described(error.answer())),
                        message.isTextual() ? "an empty string" : Expect.kind(message),
                        error));
    }
}
