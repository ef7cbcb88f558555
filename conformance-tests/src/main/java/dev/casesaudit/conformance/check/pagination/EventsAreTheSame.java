package dev.casesaudit.conformance.check.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An event reads the same on whichever page it stands. */
final class EventsAreTheSame extends WalksCheck {

    EventsAreTheSame() {
        super("pagination-events-are-the-same");
    }

    @Override
    boolean comparesEvents() {
        return true;
    }

    @Override
    List<Finding> findings(Trial trial, List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        Map<String, JsonNode> first = new HashMap<>();
        for (Walk walk : walks) {
            for (Page page : walk.pages()) {
                for (JsonNode event : page.events()) {
                    String id = event.path("eventId").asText();
                    JsonNode earlier = first.putIfAbsent(id, event);
                    if (earlier != null && !earlier.equals(event)) {
                        findings.add(Finding.of(
                                page.exchange(),
                                String.format(Locale.ROOT, "event '%s' as it was served before", id),
                                String.format(Locale.ROOT, "other members or values in a walk %s", by(walk))));
                    }
                }
            }
        }
        return findings;
    }
}
