package dev.casesaudit.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.http.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page of events, read from an answer that is one.
 *
 * @param events without the null items that the list may hold
 * @param nextToken empty where it is absent or null
 */
public record Page(Exchange exchange, List<JsonNode> events, Optional<String> nextToken) {

    public Page {
        events = List.copyOf(events);
    }

    /** Returns the ids of the events, in their order; an event without one is not there. */
    public List<String> eventIds() {
        return events.stream()
                .map(event -> event.path("eventId"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    /** Returns the page that an answer is, or empty where it is none; {@link Expect#page} says why. */
    public static Optional<Page> read(Exchange exchange) {
        if (!Expect.page(exchange).isEmpty()) {
            return Optional.empty();
        }
        JsonNode body = Json.body(exchange);
        List<JsonNode> events = new ArrayList<>();
        body.path("auditEvents").forEach(event -> {
            if (!event.isNull()) {
                events.add(event);
            }
        });
        JsonNode token = body.path("nextToken");
        return Optional.of(
                new Page(exchange, events, token.isTextual() ? Optional.of(token.asText()) : Optional.empty()));
    }
}
