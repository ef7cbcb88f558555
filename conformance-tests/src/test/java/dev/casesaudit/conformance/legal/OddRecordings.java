package dev.casesaudit.conformance.legal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.StubEdit;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.stub.WritableService;
import dev.casesaudit.conformance.target.CaseRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Legal ways to record edits, and to serve what was recorded. The spared requirements do not apply. */
final class OddRecordings {

    private OddRecordings() {}

    static Stream<Oddity> all() {
        return Stream.of(
                        listing(),
                        values(),
                        users(),
                        readings(),
                        Stream.of(
                                new Oddity("throttled-writes", Throttled::new),
                                new Oddity("new-case-there-for-nobody-at-first", LateCase::new),
                                new Oddity("updates-performed-in-spite-of-503", Unavailable::new)))
                .flatMap(oddities -> oddities);
    }

    /** Answers 429 to the first request of each operation. */
    private static final class Throttled extends WritableService {

        private final Set<String> asked = new HashSet<>();

        @Override
        protected ObjectNode perform(String operation, String caseId, StubRequest request) {
            if (asked.add(operation)) {
                throw new StubError(429, "ThrottlingException", "Rate exceeded");
            }
            return super.perform(operation, caseId, request);
        }
    }

    /** Does not find a new case for a while. */
    private static final class LateCase extends WritableService {

        private int early;

        @Override
        protected ObjectNode perform(String operation, String caseId, StubRequest request) {
            if (!operation.equals("CreateCase") && ++early < 3) {
                throw StubError.notFound("Case", caseId);
            }
            return super.perform(operation, caseId, request);
        }

        @Override
        protected void requireThere(CaseRef one) {
            if (one.caseId().startsWith("earned-") && ++early < 3) {
                throw StubError.notFound("Case", one.caseId());
            }
            super.requireThere(one);
        }
    }

    /** Performs each second update and answers 503, so that the kit sends it again. */
    private static final class Unavailable extends WritableService {

        private int updates;

        @Override
        protected ObjectNode perform(String operation, String caseId, StubRequest request) {
            ObjectNode response = super.perform(operation, caseId, request);
            if (operation.equals("UpdateCase") && ++updates % 2 == 1) {
                throw new StubError(503, "ServiceUnavailableException", "Try again");
            }
            return response;
        }
    }

    // ---- what events list

    private static Stream<Oddity> listing() {
        return Stream.of(
                events("events-of-system-fields-besides", (edit, event) -> List.of(event, systemEvent(edit))),
                events("events-of-system-fields-before", (edit, event) -> List.of(systemEvent(edit), event)),
                events("creation-without-fields-and-then-an-update", OddRecordings::creationInTwo),
                events("updates-of-two-fields-in-two-events", OddRecordings::eachFieldAlone),
                events("system-fields-in-every-event", (edit, event) -> List.of(withSystemField(edit, event))),
                events("all-values-of-the-case-in-every-event", OddRecordings::snapshot),
                events("all-values-of-the-case-with-equal-old-values", (edit, event) -> {
                    snapshot(edit, event).get(0).path("fields").forEach(field -> {
                        if (!field.has("oldValue")) {
                            ((ObjectNode) field).set("oldValue", field.path("newValue"));
                        }
                    });
                    return edit.before().isEmpty() ? List.of(plain(edit)) : List.of(event);
                }),
                events(
                        "sla-of-the-same-user",
                        (edit, event) -> edit.item().isEmpty()
                                ? List.of(event)
                                : List.of(edit.event("-sla").put("relatedItemType", "Sla"), event)),
                events(
                                "sla-of-the-same-user-and-a-comment-without-its-type",
                                (edit, event) -> edit.item().isEmpty()
                                        ? List.of(event)
                                        : List.of(edit.event("-sla").put("relatedItemType", "Sla"), (ObjectNode)
                                                event.without("relatedItemType")))
                        .but("recording-related-item-type"),
                events("comment-with-its-text", (edit, event) -> {
                    if (!edit.item().isEmpty()) {
                        event.withArray("/fields")
                                .addObject()
                                .put("eventFieldId", "body")
                                .putObject("newValue")
                                .set("stringValue", edit.input().at("/content/comment/body"));
                    }
                    return List.of(event);
                }),
                events(
                        "sla-of-a-rule-besides-the-comment",
                        (edit, event) -> edit.item().isEmpty() ? List.of(event) : List.of(sla(edit), event)),
                events(
                        "update-of-the-case-besides-the-comment",
                        (edit, event) -> edit.item().isEmpty() ? List.of(event) : List.of(event, systemEvent(edit))));
    }

    private static ObjectNode plain(StubEdit edit) {
        ObjectNode event = edit.event("");
        edit.values().keySet().forEach(id -> edit.addField(event, id));
        return event;
    }

    private static ObjectNode systemEvent(StubEdit edit) {
        ObjectNode event = edit.event("-system").put("type", "Case.Updated");
        event.remove("relatedItemType");
        return withSystemField(edit, event);
    }

    private static ObjectNode withSystemField(StubEdit edit, ObjectNode event) {
        event.withArray("/fields")
                .addObject()
                .put("eventFieldId", "last_updated_datetime")
                .putObject("newValue")
                .put("stringValue", "2026-03-01T09:00:0%dZ".formatted(edit.number()));
        return event;
    }

    private static ObjectNode sla(StubEdit edit) {
        ObjectNode event = edit.event("-sla").put("relatedItemType", "Sla");
        ((ObjectNode) event.path("performedBy")).remove("user");
        return event;
    }

    private static List<ObjectNode> creationInTwo(StubEdit edit, ObjectNode event) {
        return edit.before().isEmpty()
                ? List.of(edit.event("-empty"), event.put("type", "Case.Updated"))
                : List.of(event);
    }

    private static List<ObjectNode> eachFieldAlone(StubEdit edit, ObjectNode event) {
        List<ObjectNode> events = new ArrayList<>();
        if (edit.values().size() < 2) {
            return List.of(event);
        }
        edit.values().keySet().forEach(id -> {
            ObjectNode one = edit.event("-" + id);
            edit.addField(one, id);
            events.add(one);
        });
        return events;
    }

    private static List<ObjectNode> snapshot(StubEdit edit, ObjectNode event) {
        edit.before().forEach((id, value) -> {
            if (!edit.values().containsKey(id)) {
                event.withArray("/fields").addObject().put("eventFieldId", id).set("newValue", value);
            }
        });
        return List.of(event);
    }

    // ---- how values are written

    private static Stream<Oddity> values() {
        return Stream.of(
                fields("numbers-with-decimals", field -> number(field, new BigDecimal("1.00"))),
                fields("numbers-with-an-exponent", OddRecordings::exponent),
                fields(
                        "numbers-as-strings",
                        field -> field.forEachEntry((member, value) -> {
                            if (value.has("doubleValue")) {
                                ((ObjectNode) field)
                                        .putObject(member)
                                        .put(
                                                "stringValue",
                                                value.path("doubleValue").asText());
                            }
                        })),
                fields(
                        "other-arms-that-are-null",
                        field -> field.forEachEntry((member, value) -> {
                            if (value instanceof ObjectNode union) {
                                union.putNull("userArnValue").put("__type", "Union");
                            }
                        })),
                fields("no-old-values", field -> ((ObjectNode) field).remove("oldValue"))
                        .but("recording-old-value"),
                fields("old-values-that-are-null", field -> ((ObjectNode) field).putNull("oldValue"))
                        .but("recording-old-value"),
                fields("empty-old-values-where-there-was-none", field -> {
                    if (!field.has("oldValue")) {
                        ((ObjectNode) field).putObject("oldValue").putObject("emptyValue");
                    }
                }),
                fields("defaults-as-old-values", field -> {
                    if (!field.has("oldValue")) {
                        ((ObjectNode) field).putObject("oldValue").put("stringValue", "unset");
                    }
                }));
    }

    private static void number(JsonNode field, BigDecimal one) {
        field.forEachEntry((member, value) -> {
            if (value.has("doubleValue")) {
                ((ObjectNode) field)
                        .putObject(member)
                        .put(
                                "doubleValue",
                                value.path("doubleValue").decimalValue().multiply(one));
            }
        });
    }

    private static void exponent(JsonNode field) {
        field.forEachEntry((member, value) -> {
            if (value.has("doubleValue")) {
                BigDecimal number = value.path("doubleValue").decimalValue();
                ((ObjectNode) field)
                        .putObject(member)
                        .put("doubleValue", number.movePointLeft(3).scaleByPowerOfTen(3));
            }
        });
    }

    // ---- who performed it

    private static Stream<Oddity> users() {
        return Stream.of(
                performer("no-user", event -> ((ObjectNode) event.path("performedBy")).remove("user"))
                        .but("recording-performed-by-user"),
                performer("nobody", event -> event.remove("performedBy")).but("recording-performed-by-user"),
                performer(
                                "users-by-arn",
                                event -> ((ObjectNode) event.path("performedBy"))
                                        .putObject("user")
                                        .put("userArn", "arn:aws:connect:us-east-1:111122223333:instance/i/agent/a"))
                        .but("recording-performed-by-user"),
                performer("no-fields", event -> event.putArray("fields"))
                        .but("recording-new-value", "recording-old-value", "recording-performed-by-user"),
                performer("neither-fields-nor-users", event -> {
                            event.putArray("fields");
                            event.remove("performedBy");
                        })
                        .but(
                                "recording-new-value",
                                "recording-old-value",
                                "recording-performed-by-user",
                                "recording-edit-recorded-once"),
                performer("related-items-without-their-type", event -> event.remove("relatedItemType"))
                        .but("recording-related-item-type"));
    }

    // ---- when and how they are read

    private static Stream<Oddity> readings() {
        return Stream.of(
                new Oddity("events-that-come-late", () -> new Late(event -> 3)),
                new Oddity(
                        "events-that-come-late-and-in-another-order",
                        () -> new Late(event -> event.path("type").asText().equals("Case.Updated") ? 4 : 1)),
                earned("oldest-first", events -> {
                    List<JsonNode> reversed = new ArrayList<>(events);
                    Collections.reverse(reversed);
                    return reversed;
                }),
                new Oddity("another-form-at-each-reading", Rewritten::new),
                new Oddity("users-that-are-known-later", KnownLater::new),
                new Oddity("replicas-of-which-each-shows-half", Replicas::new));
    }

    /** Shows an event from a certain reading on. */
    private static final class Late extends WritableService {

        private final ToIntFunction<JsonNode> readings;
        private final Map<String, Integer> asked = new HashMap<>();

        Late(ToIntFunction<JsonNode> readings) {
            this.readings = readings;
        }

        @Override
        protected List<JsonNode> earned(List<JsonNode> events, int edits) {
            return events.stream()
                    .filter(event ->
                            asked.merge(event.path("eventId").asText(), 1, Integer::sum) > readings.applyAsInt(event))
                    .toList();
        }
    }

    private static final class Rewritten extends WritableService {

        private int readings;

        @Override
        protected List<JsonNode> earned(List<JsonNode> events, int edits) {
            readings++;
            return events.stream().map(this::rewritten).toList();
        }

        private JsonNode rewritten(JsonNode event) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            List<String> names = new ArrayList<>();
            event.fieldNames().forEachRemaining(names::add);
            Collections.rotate(names, readings);
            names.forEach(name -> copy.set(name, event.path(name).deepCopy()));
            if (readings % 2 == 0) {
                copy.put("performedTime", event.path("performedTime").asText().replace("Z", ".000Z"));
                copy.put("added", readings);
                copy.path("fields").forEach(field -> number(field, new BigDecimal("1.0")));
                List<JsonNode> fields = new ArrayList<>();
                copy.path("fields").forEach(fields::add);
                Collections.reverse(fields);
                fields.forEach(field -> ((ObjectNode) field).putNull("added"));
                copy.putArray("fields").addAll(fields);
            }
            return copy;
        }
    }

    private static final class KnownLater extends WritableService {

        private int readings;

        @Override
        protected List<JsonNode> earned(List<JsonNode> events, int edits) {
            List<JsonNode> shown = new ArrayList<>();
            for (int i = 0; i < events.size(); i++) {
                ObjectNode copy = events.get(i).deepCopy();
                if (i == 0 && ++readings < 12) {
                    ((ObjectNode) copy.path("performedBy")).remove("user");
                }
                shown.add(copy);
            }
            return shown;
        }
    }

    /** Shows each event in every second reading only, half of the events in each. */
    private static final class Replicas extends WritableService {

        private int readings;

        @Override
        protected List<JsonNode> earned(List<JsonNode> events, int edits) {
            readings++;
            return events.stream()
                    .filter(event -> (events.size() - events.indexOf(event) + readings) % 2 == 0)
                    .toList();
        }
    }

    private static Oddity events(String name, BiFunction<StubEdit, ObjectNode, List<ObjectNode>> recording) {
        return new Oddity(name, () -> new WritableService() {
            @Override
            protected List<ObjectNode> record(StubEdit edit) {
                return recording.apply(edit, super.record(edit).get(0));
            }
        });
    }

    private static Oddity fields(String name, Consumer<JsonNode> change) {
        return performer(name, event -> event.path("fields").forEach(change));
    }

    private static Oddity performer(String name, Consumer<ObjectNode> change) {
        return events(name, (edit, event) -> {
            change.accept(event);
            return List.of(event);
        });
    }

    private static Oddity earned(String name, UnaryOperator<List<JsonNode>> change) {
        return new Oddity(name, () -> new WritableService() {
            @Override
            protected List<JsonNode> earned(List<JsonNode> events, int edits) {
                return change.apply(events);
            }
        });
    }
}
