package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A page says that it is JSON. */
final class PageContentType extends AnswerCheck {

    PageContentType() {
        super("response-page-content-type", "events");
    }

    @Override
    Optional<List<Finding>> look(Exchange exchange) {
        Optional<String> type = exchange.answer().header("content-type");
        String bare = type.orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (bare.equals("application/json")) {
            return Optional.of(List.of());
        }
        String actual = type.map(value -> "'" + value + "'").orElse("none");
        return Optional.of(List.of(Finding.of(exchange, "the content type 'application/json'", actual)));
    }
}
