package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.JsonSyntax;
import dev.casesaudit.conformance.http.Exchange;
import java.util.List;
import java.util.Optional;

/** No object of a page has two members of the same name. */
final class ObjectNamesUnique extends AnswerCheck {

    ObjectNamesUnique() {
        super("response-object-names-unique", "a JSON object");
    }

    @Override
    Optional<List<Finding>> look(Exchange exchange) {
        JsonSyntax syntax = JsonSyntax.of(exchange.answer().body().text());
        if (!syntax.problem().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(syntax.repeated().stream()
                .map(pointer -> new Finding(pointer, "one member of this name", "a second one", exchange))
                .toList());
    }
}
