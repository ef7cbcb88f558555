package dev.casesaudit.conformance.check.response;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.http.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** No eventId stands on a page twice. */
final class PageEventsDistinct extends AnswerCheck {

    PageEventsDistinct() {
        super("response-page-events-distinct", "two events");
    }

    @Override
    Optional<List<Finding>> look(Exchange exchange) {
        JsonNode events = Json.read(exchange.answer().body()).path("auditEvents");
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            JsonNode id = events.path(i).path("eventId");
            Integer earlier = id.isTextual() ? places.putIfAbsent(id.asText(), i) : null;
            if (earlier != null) {
                findings.add(new Finding(
                        String.format(Locale.ROOT, "/auditEvents/%d/eventId", i),
                        "an id that no event before it has",
                        String.format(Locale.ROOT, "that of the event at /auditEvents/%d", earlier),
                        exchange));
            }
        }
        return places.size() + findings.size() < 2 ? Optional.empty() : Optional.of(findings);
    }
}
