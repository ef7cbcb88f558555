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

/** Different events on different pages of a walk have different ids. Of a single page, the area response has a requirement. */
final class EventIdsAreUnique extends WalksCheck {

    EventIdsAreUnique() {
        super("pagination-event-ids-are-unique");
    }

    @Override
    List<Finding> findings(Trial trial, List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        walks.forEach(walk -> findings.addAll(shared(walk)));
        return findings;
    }

    private record Place(JsonNode event, int page) {}

    private static List<Finding> shared(Walk walk) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Place> places = new HashMap<>();
        int number = 0;
        for (Page page : walk.pages()) {
            number++;
            for (JsonNode event : page.events()) {
                JsonNode id = event.path("eventId");
                Place earlier = id.isTextual() ? places.putIfAbsent(id.asText(), new Place(event, number)) : null;
                if (earlier != null
                        && earlier.page() < number
                        && !earlier.event().equals(event)) {
                    findings.add(Finding.of(
                            page.exchange(),
                            "an eventId that no other event has",
                            String.format(
                                    Locale.ROOT,
                                    "'%s' on page %d of a walk %s, which another event on page %d has",
                                    id.asText(),
                                    number,
                                    by(walk),
                                    earlier.page())));
                }
            }
        }
        return findings;
    }
}
