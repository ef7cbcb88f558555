package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Header;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Questions about the format of responses. */
final class ResponseQuestions {

    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private ResponseQuestions() {}

    static List<Question> all() {
        return List.of(
                new NullMembers(),
                OneRequest.of(
                        "gzip",
                        "Is a response compressed for a client that accepts gzip?",
                        (context, one) -> context.history(one)
                                .header("accept-encoding", "gzip")
                                .throughSocket(),
                        exchange -> header(exchange, "content-encoding").orElse("no")),
                ofPage(
                        "content-type",
                        "Which content type does a page have?",
                        exchange -> header(exchange, "content-type").orElse("none")),
                ofPage("framing", "How does a response mark the end of its body?", ResponseQuestions::framing),
                ofPage(
                        "connection",
                        "Does the connection stay open?",
                        exchange -> header(exchange, "connection").orElse("").equals("close") ? "closed" : "kept"),
                ofPage(
                        "date",
                        "Does a response have a date?",
                        exchange -> header(exchange, "date").map(date -> "yes").orElse("no")),
                ofPage(
                        "request-id",
                        "Which form does a request id have?",
                        exchange -> header(exchange, "x-amzn-requestid")
                                .map(id -> id.matches(UUID) ? "a UUID" : "another form")
                                .orElse("none")),
                ofPage("header-letter-case", "In which letter case are header names?", ResponseQuestions::letterCase));
    }

    private static Question ofPage(String id, String text, OneRequest.Heard heard) {
        return OneRequest.of(id, text, (context, one) -> context.history(one), heard);
    }

    private static Optional<String> header(Exchange exchange, String name) {
        return exchange.response().header(name).map(value -> value.toLowerCase(Locale.ROOT));
    }

    private static String framing(Exchange exchange) {
        if (header(exchange, "transfer-encoding").orElse("").contains("chunked")) {
            return "chunked";
        }
        return header(exchange, "content-length").isPresent() ? "by its length" : "by closing the connection";
    }

    private static String letterCase(Exchange exchange) {
        return exchange.response().headers().stream()
                .map(Header::name)
                .filter(name -> name.equalsIgnoreCase("content-type"))
                .findFirst()
                .map(name -> name.equals("content-type") ? "lower" : name.equals("Content-Type") ? "title" : "other")
                .orElse("not seen: no content type");
    }
}
