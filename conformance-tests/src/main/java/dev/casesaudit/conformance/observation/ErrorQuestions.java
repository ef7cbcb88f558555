package dev.casesaudit.conformance.observation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Questions about errors. */
final class ErrorQuestions {

    private static final String HEADER = "x-amzn-errortype";
    private static final String FIXED_FORM =
            "1 validation error detected\\. Value at '/?maxResults' failed to satisfy constraint: Member must .+";

    private ErrorQuestions() {}

    static List<Question> all() {
        return List.of(
                OneRequest.of(
                        "unknown-case-resource",
                        "Which error does an unknown case get, and for which resource?",
                        (context, one) -> context.history(context.unknownCase()),
                        ErrorQuestions::resource),
                OneRequest.of(
                        "unknown-domain-resource",
                        "Which error does an unknown domain get, and for which resource?",
                        (context, one) -> Request.auditHistory("00000000-0000-4000-8000-00000000d0a1", one.caseId()),
                        ErrorQuestions::resource),
                OneRequest.of(
                        "error-name-place",
                        "Where is the name of an error?",
                        (context, one) -> context.history(context.unknownCase()),
                        ErrorQuestions::places),
                OneRequest.of(
                        "error-name-form",
                        "Does the name of an error have a namespace before it or a URI after it?",
                        (context, one) -> context.history(context.unknownCase()),
                        ErrorQuestions::form),
                OneRequest.of(
                        "violation-message",
                        "Does the message of a violation have the form of the tests of restJson1?",
                        (context, one) -> context.history(one).json(PrecedenceQuestions.pageTooLarge(context)),
                        exchange -> message(exchange).matches(FIXED_FORM)
                                ? "that form"
                                : message(exchange).isEmpty() ? "no message" : "another form"),
                OneRequest.of(
                        "violations-together",
                        "Does one error report several violations?",
                        (context, one) -> Request.auditHistory(
                                        one.domainId(), PrecedenceQuestions.caseIdTooLong(context))
                                .json(PrecedenceQuestions.pageTooLarge(context)),
                        ErrorQuestions::together),
                OneRequest.of(
                        "malformed-body",
                        "Which error comes for a body that is not JSON?",
                        (context, one) -> context.history(one).json("{\"maxResults\":")),
                OneRequest.of(
                        "throttling-retry-after",
                        "Does a ThrottlingException say when to retry?",
                        Role.THROTTLED,
                        (context, one) -> context.history(one).notRetried(),
                        ErrorQuestions::retryAfter),
                OneRequest.of(
                        "internal-error-retry-after",
                        "Does an InternalServerException say when to retry?",
                        Role.INTERNAL_ERROR,
                        (context, one) -> context.history(one),
                        ErrorQuestions::retryAfter));
    }

    private static String resource(Exchange exchange) {
        JsonNode type = Json.read(exchange.response().body()).path("resourceType");
        return type.isTextual()
                ? String.format(
                        Locale.ROOT,
                        "%s, %s",
                        ResponseText.of(exchange),
                        type.asText().toLowerCase(Locale.ROOT))
                : ResponseText.of(exchange);
    }

    private static String places(Exchange exchange) {
        JsonNode body = Json.read(exchange.response().body());
        List<String> places = new ArrayList<>();
        exchange.response().header(HEADER).ifPresent(name -> places.add("header"));
        for (String member : List.of("__type", "code")) {
            if (body.path(member).isTextual()) {
                places.add(member);
            }
        }
        return places.isEmpty() ? "nowhere" : String.join(", ", places);
    }

    private static String form(Exchange exchange) {
        JsonNode body = Json.read(exchange.response().body());
        Optional<String> name = exchange.response()
                .header(HEADER)
                .or(() ->
                        Optional.of(body.path("__type").asText(body.path("code").asText())));
        boolean namespace = name.orElse("").contains("#");
        boolean uri = name.orElse("").contains(":");
        if (name.orElse("").isEmpty()) {
            return "not seen: the error has no name";
        }
        return namespace && uri ? "both" : namespace ? "a namespace" : uri ? "a URI" : "neither";
    }

    private static String together(Exchange exchange) {
        if (exchange.response().status() != 400) {
            return "not seen: " + ResponseText.of(exchange);
        }
        String message = message(exchange);
        if (message.startsWith("2 validation errors detected. ") && message.contains("; ")) {
            return "all of them, counted";
        }
        boolean both = message.contains("maxResults") && message.contains("caseId");
        return message.isEmpty() ? "no message" : both ? "all of them, in another form" : "the first";
    }

    private static String retryAfter(Exchange exchange) {
        String after = exchange.response().header("retry-after").orElse("");
        return after.isEmpty() ? "no" : after.matches("\\d+") ? "in seconds" : "in another form";
    }

    private static String message(Exchange exchange) {
        JsonNode body = Json.read(exchange.response().body());
        return body.path("message").asText(body.path("Message").asText());
    }
}
