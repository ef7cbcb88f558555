package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.http.Exchange;
import java.util.Locale;

/** Describes a response in words that are the same for all responses of its kind. */
final class ResponseText {

    // The name of an error can be any text.
    private static final int LONGEST_NAME = 60;

    private ResponseText() {}

    static String of(Exchange exchange) {
        if (Page.read(exchange).isPresent()) {
            return "a page";
        }
        int status = exchange.response().status();
        return ErrorName.of(exchange.response())
                .map(name -> String.format(
                        Locale.ROOT, "%d %s", status, name.substring(0, Math.min(name.length(), LONGEST_NAME))))
                .orElse(String.format(Locale.ROOT, "%d without an error name", status));
    }
}
