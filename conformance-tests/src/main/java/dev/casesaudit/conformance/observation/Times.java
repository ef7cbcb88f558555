package dev.casesaudit.conformance.observation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Walk;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The times of the events of a walk in their order. */
final class Times {

    private Times() {}

    /** Returns a time for each event, unless one cannot be parsed. */
    static Optional<List<Instant>> of(Walk walk) {
        List<Instant> times = new ArrayList<>();
        try {
            for (JsonNode event : walk.events()) {
                times.add(OffsetDateTime.parse(event.path("performedTime").asText())
                        .toInstant());
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.of(times);
    }
}
