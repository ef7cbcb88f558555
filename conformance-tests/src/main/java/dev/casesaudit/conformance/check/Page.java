package dev.casesaudit.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page of events. */
public final class Page {

    private final Exchange exchange;
    private final Optional<String> nextToken;

    // A JSON tree takes many times the bytes of a body. If memory runs short, the body is read again.
    private SoftReference<List<JsonNode>> events;

    private Page(Exchange exchange, JsonNode body) {
        JsonNode token = body.path("nextToken");
        this.exchange = exchange;
        this.events = new SoftReference<>(events(body));
        this.nextToken = token.isTextual() ? Optional.of(token.asText()) : Optional.empty();
    }

    public Exchange exchange() {
        return exchange;
    }

    /** Returns the events, without null items. */
    public List<JsonNode> events() {
        List<JsonNode> known = events.get();
        if (known == null) {
            known = events(Json.body(exchange));
            events = new SoftReference<>(known);
        }
        return known;
    }

    /** Returns the token, unless it is absent or null. */
    public Optional<String> nextToken() {
        return nextToken;
    }

    /** Returns the ids of all events that have one, in their order. */
    public List<String> eventIds() {
        return events().stream()
                .map(event -> event.path("eventId"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    /** Returns the page of a response, or empty if {@link Expect#page} has findings. */
    public static Optional<Page> read(Exchange exchange) {
        return Expect.page(exchange).isEmpty()
                ? Optional.of(new Page(exchange, Json.body(exchange)))
                : Optional.empty();
    }

    private static List<JsonNode> events(JsonNode body) {
        List<JsonNode> events = new ArrayList<>();
        body.path("auditEvents").forEach(event -> {
            if (!event.isNull()) {
                events.add(event);
            }
        });
        return List.copyOf(events);
    }
}
