package dev.casesaudit.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page of events, read from an answer that is one. */
public final class Page {

    private final Exchange exchange;
    private final Optional<String> nextToken;

    // As JSON a body may be many times what it was. Where memory is short, it is read again.
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

    /** Returns the events, without the null items that the list may hold. */
    public List<JsonNode> events() {
        List<JsonNode> known = events.get();
        if (known == null) {
            known = events(Json.body(exchange));
            events = new SoftReference<>(known);
        }
        return known;
    }

    /** Returns the token of the next page; empty where it is absent or null. */
    public Optional<String> nextToken() {
        return nextToken;
    }

    /** Returns the ids of the events, in their order; an event without one is not there. */
    public List<String> eventIds() {
        return events().stream()
                .map(event -> event.path("eventId"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    /** Returns the page that an answer is, or empty where it is none; {@link Expect#page} says why. */
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
