package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.JsonSyntax;
import dev.casesaudit.conformance.http.Exchange;
import java.util.List;
import java.util.Optional;

/** The body of a page is one JSON value, and nothing else. */
final class BodyJson extends AnswerCheck {

    BodyJson() {
        super("response-body-json", "events");
    }

    @Override
    Optional<List<Finding>> look(Exchange exchange) {
        String text = exchange.answer().body().text();
        // The mark is a matter of the encoding.
        String problem = JsonSyntax.of(text.startsWith("\uFEFF") ? text.substring(1) : text)
                .problem();
        return Optional.of(
                problem.isEmpty() ? List.of() : List.of(Finding.of(exchange, "exactly one JSON value", problem)));
    }
}
