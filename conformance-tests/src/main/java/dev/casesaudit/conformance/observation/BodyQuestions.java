package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.http.Exchange;
import java.util.List;
import java.util.Locale;

/** Questions about unusual bodies. */
final class BodyQuestions {

    private static final int VERY_LARGE = 200_000;

    private BodyQuestions() {}

    static List<Question> all() {
        return List.of(
                OneRequest.of(
                        "duplicate-members",
                        "Which of two maxResults in one body counts, 1 or 2?",
                        (context, one) -> context.history(one).json("{\"maxResults\":1,\"maxResults\":2}"),
                        exchange -> counted(exchange, "the first", "the last")),
                OneRequest.of(
                        "member-letter-case",
                        "Does MaxResults count as maxResults?",
                        (context, one) -> context.history(one).json("{\"MaxResults\":1}"),
                        exchange -> counted(exchange, "it does", "it is passed over")),
                OneRequest.of(
                        "byte-order-mark",
                        "What does a body with a byte order mark get?",
                        (context, one) -> context.history(one).json("\ufeff{}")),
                OneRequest.of(
                        "integer-with-point",
                        "What does a maxResults of 1.0 get?",
                        (context, one) -> context.history(one).json("{\"maxResults\":1.0}")),
                OneRequest.of(
                        "integer-with-exponent",
                        "What does a maxResults of 1e1 get?",
                        (context, one) -> context.history(one).json("{\"maxResults\":1e1}")),
                OneRequest.of(
                        "negative-zero",
                        "What does a maxResults of -0 get?",
                        (context, one) -> context.history(one).json("{\"maxResults\":-0}")),
                OneRequest.of(
                        "very-large-body",
                        "What does a body of 200 kB get?",
                        (context, one) -> context.history(one)
                                .json(String.format(Locale.ROOT, "{\"padding\":\"%s\"}", "x".repeat(VERY_LARGE)))),
                OneRequest.of(
                        "content-type-without-body",
                        "What does a request with a content type and no body get?",
                        (context, one) -> context.history(one).json("")),
                OneRequest.of(
                        "other-content-type-without-body",
                        "What does a request with text/plain and no body get?",
                        (context, one) -> context.history(one).header("content-type", "text/plain")));
    }

    private static String counted(Exchange exchange, String ifOne, String otherwise) {
        return Page.read(exchange)
                .map(page -> page.events().size() == 1 ? ifOne : otherwise)
                .orElseGet(() -> ResponseText.of(exchange));
    }
}
