package dev.casesaudit.conformance.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.contract.Rewriter;
import dev.casesaudit.conformance.contract.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Splits an event into what a fixture can hold and what it cannot. */
final class EventFilter {

    private static final String EVENTS = "auditEvents";
    private static final String TIME = "performedTime";

    private final Contract contract;

    EventFilter(Contract contract) {
        this.contract = contract;
    }

    /**
     * An event, split.
     *
     * @param kept the event without unknown members; empty if a constraint is broken
     * @param drift the kinds of what is not kept
     * @param removed the values that are not kept, by their JSON pointers; the whole event has an empty one
     * @param behaviours names of the mock's behaviour {@code tomorrow} that are similar
     */
    record Split(
            Optional<ObjectNode> kept, List<String> drift, Map<String, JsonNode> removed, TreeSet<String> behaviours) {

        /** Returns the same without the event. */
        Split without(JsonNode event, String... reasons) {
            List<String> more = new ArrayList<>(drift);
            for (String reason : reasons) {
                more.add(reason + "; the event is left out");
            }
            return new Split(Optional.empty(), more, Map.of("", event), behaviours);
        }

        Instant time() {
            return Instant.parse(kept.orElseThrow().path(TIME).textValue());
        }
    }

    /** Rewrites an event. */
    JsonNode rewrite(JsonNode event, Rewriter rewriter) {
        return contract.rewrite(page(event), rewriter).path(EVENTS).path(0);
    }

    Split split(JsonNode event) {
        List<String> drift = new ArrayList<>();
        Map<String, JsonNode> removed = new LinkedHashMap<>();
        TreeSet<String> behaviours = new TreeSet<>();
        if (event.isNull()) {
            behaviours.add("null-items");
            return new Split(Optional.empty(), List.of("a null item in the list of events"), removed, behaviours);
        }
        JsonNode known = rewrite(event, (pointer, arm, value) -> {
            if (arm) {
                // Without the arm, the value would be another one.
                return Optional.of(value);
            }
            String place = pointer.substring(("/" + EVENTS + "/0").length());
            removed.put(place, value);
            drift.add("unknown member " + general(place));
            behaviours.add(place.endsWith("/__type") ? "union-type" : "extra-members");
            return Optional.empty();
        });
        Split split = new Split(Optional.empty(), drift, removed, behaviours);
        List<Violation> violations = contract.read(page(known)).violations();
        if (!violations.isEmpty()) {
            violations.forEach(violation -> behaviour(violation).ifPresent(behaviours::add));
            return split.without(
                    event,
                    violations.stream().map(EventFilter::described).distinct().toArray(String[]::new));
        }
        Optional<Instant> time = Times.ofEvent(known.path(TIME).asText());
        if (time.isEmpty()) {
            return split.without(event, "/performedTime: a time that fixtures cannot hold");
        }
        if (!encodable(known)) {
            return split.without(event, "a string with half of a surrogate pair, or a number beyond doubles");
        }
        ObjectNode kept = ((ObjectNode) known).put(TIME, time.get().toString());
        return new Split(Optional.of(kept), drift, removed, behaviours);
    }

    private static JsonNode page(JsonNode event) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.putArray(EVENTS).add(event);
        return page;
    }

    private static String described(Violation violation) {
        return general(violation.mismatch().place().substring(("/" + EVENTS + "/0").length()))
                + ": "
                + violation.mismatch().sentence();
    }

    // One place for all items of a list.
    private static String general(String pointer) {
        return pointer.replaceAll("/\\d+(?=/|$)", "/*");
    }

    private static Optional<String> behaviour(Violation violation) {
        if (!violation.drift()) {
            return Optional.empty();
        }
        boolean union = violation.keyword() == Keyword.UNION;
        return Optional.of(
                switch (violation.member()) {
                    case "AuditEvent.type" -> "event-type";
                    case "AuditEvent.relatedItemType" -> "related-item-type";
                    default -> union && violation.member().endsWith(".user") ? "user-arm" : "field-arm";
                });
    }

    private static boolean encodable(JsonNode value) {
        if (value.isTextual()) {
            String text = value.textValue();
            return text.codePoints()
                    .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        }
        if (value.isNumber()) {
            return Double.isFinite(value.doubleValue());
        }
        for (JsonNode child : value) {
            if (!encodable(child)) {
                return false;
            }
        }
        return true;
    }
}
