package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.StubEdit;
import dev.casesaudit.conformance.stub.WritableService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Wrong events of edits. */
final class RecordingFlaws extends FlawTable {

    private static final Predicate<StubEdit> UPDATE = edit -> edit.operation().equals("UpdateCase");
    private static final String TEXT = "text";
    private static final String NUMBER = "number";

    @Override
    List<Flaw> flaws() {
        return List.of(
                events("creation-not-recorded", RecordingFlaws::isCreation, event -> List.of())
                        .caughtBy("recording-edit-recorded", missing("CreateCase")),
                events("one-update-not-recorded", UPDATE.and(edit -> edit.number() == 2), event -> List.of())
                        .caughtBy("recording-edit-recorded", missing("UpdateCase")),
                events(
                                "updates-before-a-comment-not-recorded",
                                UPDATE.and(edit -> edit.number() < 4),
                                event -> List.of())
                        .caughtBy("recording-edit-recorded", missing("UpdateCase")),
                events("comment-not-recorded", RecordingFlaws::isComment, event -> List.of())
                        .caughtBy("recording-edit-recorded", missing("CreateRelatedItem")),
                events("creation-recorded-twice", RecordingFlaws::isCreation, RecordingFlaws::twice)
                        .caughtBy("recording-edit-recorded-once", twice(6, "CreateCase", "edit-00-again")),
                events("updates-recorded-twice", UPDATE, RecordingFlaws::twice)
                        .caughtBy("recording-edit-recorded-once", twice(8, "UpdateCase", "edit-01-again")),
                events("comment-recorded-twice", RecordingFlaws::isComment, RecordingFlaws::twice)
                        .caughtBy("recording-edit-recorded-once", twice(2, "CreateRelatedItem", "edit-04-again")),
                type("creation-as-an-update", RecordingFlaws::isCreation, "Case.Updated")
                        .caughtBy("recording-event-type", type("5", "Case.Created", "CreateCase", "Case.Updated")),
                type("updates-as-creations", UPDATE, "Case.Created")
                        .caughtBy("recording-event-type", type("4", "Case.Updated", "UpdateCase", "Case.Created")),
                type("comment-as-an-update-of-one", RecordingFlaws::isComment, "RelatedItem.Updated")
                        .caughtBy(
                                "recording-event-type",
                                type("1", "RelatedItem.Created", "CreateRelatedItem", "RelatedItem.Updated")),
                field("new-number-rounded", NUMBER, RecordingFlaws::round)
                        .caughtBy("recording-new-value", otherNewValue("2/fields/1", "doubleValue")),
                field("new-text-cut", TEXT, (edit, field) -> put(field, "newValue", "conformance kit"))
                        .caughtBy("recording-new-value", otherNewValue("4/fields/0", "stringValue")),
                field("new-value-always-empty", NUMBER, (edit, field) -> empty(field, "newValue"))
                        .caughtBy("recording-new-value", otherNewValue("3/fields/0", "emptyValue")),
                field("new-value-of-the-edit-before", TEXT, RecordingFlaws::newValueBefore)
                        .caughtBy("recording-new-value", otherNewValue("0/fields/0", "stringValue")),
                field("values-exchanged", TEXT, RecordingFlaws::exchange)
                        .caughtBy("recording-new-value", otherNewValue("0/fields/0", "stringValue"))
                        .caughtBy("recording-old-value", otherOldValue("2/fields/0", "stringValue")),
                field("old-value-of-the-creation", TEXT, RecordingFlaws::oldValueOfTheCreation)
                        .caughtBy("recording-old-value", otherOldValue("2/fields/0", "stringValue")),
                field("old-value-after-the-edit", TEXT, (edit, field) -> {
                            if (field.has("oldValue")) {
                                field.set("oldValue", field.path("newValue"));
                            }
                        })
                        .caughtBy("recording-old-value", otherOldValue("4/fields/0", "stringValue")),
                field("old-value-always-empty", NUMBER, (edit, field) -> empty(field, "oldValue"))
                        .caughtBy("recording-old-value", otherOldValue("2/fields/1", "emptyValue")),
                events(
                                "comment-as-a-contact",
                                RecordingFlaws::isComment,
                                event -> List.of(event.put("relatedItemType", "Contact")))
                        .caughtBy("recording-related-item-type", itemType("Contact")),
                events(
                                "comment-by-its-arm",
                                RecordingFlaws::isComment,
                                event -> List.of(event.put("relatedItemType", "comment")))
                        .caughtBy("recording-related-item-type", itemType("comment")),
                user("user-of-the-creation", edit -> "conformance-kit-1")
                        .caughtBy("recording-performed-by-user", otherUser("4", "UpdateCase")),
                user("user-of-the-edit-before", edit -> "conformance-kit-" + edit.number())
                        .caughtBy("recording-performed-by-user", otherUser("5", "CreateCase")),
                user("user-of-the-service", edit -> "cases")
                        .caughtBy("recording-performed-by-user", otherUser("5", "CreateCase")),
                refusals("refused-updates-recorded", UPDATE)
                        .caughtBy("recording-refused-edit", recorded("2", "UpdateCase")),
                refusedValues("values-of-refused-updates-recorded")
                        .caughtBy("recording-refused-edit", recorded("2", "UpdateCase")),
                refusals("refused-comment-recorded", RecordingFlaws::isComment)
                        .caughtBy("recording-refused-edit", recorded("1", "CreateRelatedItem")),
                earned("values-of-today", RecordingFlaws::valuesOfToday).caughtBy("recording-events-stay", changed()),
                earned(
                                "times-of-today",
                                (events, edits) -> events.stream()
                                        .map(event -> changed(
                                                event, "performedTime", "2026-03-02T09:00:%02dZ".formatted(edits)))
                                        .toList())
                        .caughtBy("recording-events-stay", changed()),
                earned("only-the-last-three-events", (events, edits) -> events.subList(0, Math.min(3, events.size())))
                        .caughtBy("recording-events-stay", gone()));
    }

    // ---- findings

    private static String missing(String operation) {
        return "at the response: expected an event of %s within 200 ms, as of a later edit, got none"
                .formatted(operation);
    }

    private static String twice(int index, String operation, String id) {
        return String.format(
                Locale.ROOT,
                "at /auditEvents/%d: expected one event of %s, got another one besides '%s'",
                index,
                operation,
                id);
    }

    private static String type(String event, String expected, String operation, String actual) {
        return "at /auditEvents/%s/type: expected '%s', the type of %s, got '%s'"
                .formatted(event, expected, operation, actual);
    }

    private static String otherNewValue(String field, String arm) {
        return "at /auditEvents/%s/newValue: expected the value that UpdateCase wrote, got another value, in %s"
                .formatted(field, arm);
    }

    private static String otherOldValue(String field, String arm) {
        return "at /auditEvents/%s/oldValue: expected the value before the edit, got another value, in %s"
                .formatted(field, arm);
    }

    private static String itemType(String actual) {
        return "at /auditEvents/1/relatedItemType: expected 'Comment', got '%s'".formatted(actual);
    }

    private static String otherUser(String event, String operation) {
        return "at /auditEvents/%s/performedBy/user: expected the user in performedBy of %s, got another one"
                .formatted(event, operation);
    }

    private static String recorded(String event, String operation) {
        return "at /auditEvents/%s: expected no event of the refused %s, got one".formatted(event, operation);
    }

    private static String changed() {
        return "at /auditEvents/5: expected the event as it was read before, got another content";
    }

    private static String gone() {
        return "at /auditEvents/0: expected the event in later readings too, got none";
    }

    // ---- flaws

    private static boolean isCreation(StubEdit edit) {
        return edit.operation().equals("CreateCase");
    }

    private static boolean isComment(StubEdit edit) {
        return edit.item().equals("Comment");
    }

    private static Flaw events(String name, Predicate<StubEdit> of, Function<ObjectNode, List<ObjectNode>> change) {
        return Flaw.of(name, () -> new WritableService() {
            @Override
            protected List<ObjectNode> record(StubEdit edit) {
                List<ObjectNode> events = super.record(edit);
                return of.test(edit) ? change.apply(events.get(0)) : events;
            }
        });
    }

    private static List<ObjectNode> twice(ObjectNode event) {
        return List.of(
                event, event.deepCopy().put("eventId", event.path("eventId").asText() + "-again"));
    }

    private static Flaw type(String name, Predicate<StubEdit> of, String type) {
        return Flaw.of(name, () -> new WritableService() {
            @Override
            protected List<ObjectNode> record(StubEdit edit) {
                List<ObjectNode> events = super.record(edit);
                if (of.test(edit)) {
                    ObjectNode field =
                            events.get(0).put("type", type).withArray("/fields").addObject();
                    if (isComment(edit)) {
                        field.put("eventFieldId", "body")
                                .putObject("newValue")
                                .set("stringValue", edit.input().at("/content/comment/body"));
                    } else {
                        events.get(0)
                                .withArray("/fields")
                                .remove(events.get(0).withArray("/fields").size() - 1);
                    }
                }
                return events;
            }
        });
    }

    /** Changes a field in the events of updates. */
    private static Flaw field(String name, String fieldId, BiConsumer<StubEdit, ObjectNode> change) {
        return Flaw.of(name, () -> new WritableService() {
            @Override
            protected List<ObjectNode> record(StubEdit edit) {
                List<ObjectNode> events = super.record(edit);
                if (edit.updates(fieldId)) {
                    events.get(0).path("fields").forEach(field -> {
                        if (field.path("eventFieldId").asText().equals(fieldId)) {
                            change.accept(edit, (ObjectNode) field);
                        }
                    });
                }
                return events;
            }
        });
    }

    private static void round(StubEdit edit, ObjectNode field) {
        ObjectNode value = (ObjectNode) field.path("newValue").deepCopy();
        field.set(
                "newValue",
                value.put("doubleValue", Math.floor(value.path("doubleValue").asDouble())));
    }

    private static void put(ObjectNode field, String member, String text) {
        field.set(member, JsonNodeFactory.instance.objectNode().put("stringValue", text));
    }

    private static void empty(ObjectNode field, String member) {
        if (field.has(member)) {
            field.putObject(member).putObject("emptyValue");
        }
    }

    private static void newValueBefore(StubEdit edit, ObjectNode field) {
        field.set("newValue", edit.before().get(TEXT));
        field.remove("oldValue");
    }

    private static void exchange(StubEdit edit, ObjectNode field) {
        JsonNode after = field.path("newValue");
        field.set("newValue", field.path("oldValue"));
        field.set("oldValue", after);
    }

    private static void oldValueOfTheCreation(StubEdit edit, ObjectNode field) {
        put(field, "oldValue", "conformance kit 1");
    }

    private static Flaw user(String name, Function<StubEdit, String> user) {
        return Flaw.of(name, () -> new WritableService() {
            @Override
            protected List<ObjectNode> record(StubEdit edit) {
                List<ObjectNode> events = super.record(edit);
                events.forEach(event -> {
                    ((ObjectNode) event.path("performedBy")).putObject("user").put("customEntity", user.apply(edit));
                });
                return events;
            }
        });
    }

    private static Flaw refusals(String name, Predicate<StubEdit> of) {
        return Flaw.of(name, () -> new WritableService() {
            @Override
            protected List<ObjectNode> recordRefused(StubEdit edit) {
                return of.test(edit)
                        ? List.of(edit.event("-refused-" + edit.input().path("performedBy")))
                        : List.of();
            }
        });
    }

    private static Flaw refusedValues(String name) {
        return Flaw.of(name, () -> new WritableService() {
            @Override
            protected List<ObjectNode> recordRefused(StubEdit edit) {
                ObjectNode event = edit.event("-refused-" + edit.input().path("performedBy"));
                event.remove("performedBy");
                edit.values().keySet().forEach(id -> edit.addField(event, id));
                return edit.values().isEmpty() ? List.of() : List.of(event);
            }
        });
    }

    private interface Earned {
        List<JsonNode> shown(List<JsonNode> events, int edits);
    }

    private static Flaw earned(String name, Earned change) {
        return Flaw.of(name, () -> new WritableService() {
            @Override
            protected List<JsonNode> earned(List<JsonNode> events, int edits) {
                return change.shown(events, edits);
            }
        });
    }

    private static JsonNode changed(JsonNode event, String member, String value) {
        return ((ObjectNode) event.deepCopy()).put(member, value);
    }

    private static List<JsonNode> valuesOfToday(List<JsonNode> events, int edits) {
        List<JsonNode> shown = new ArrayList<>();
        for (JsonNode event : events) {
            ObjectNode copy = event.deepCopy();
            copy.path("fields").forEach(field -> {
                if (edits > 1 && field.path("newValue").has("stringValue")) {
                    put((ObjectNode) field, "newValue", "conformance kit of today");
                }
            });
            shown.add(edits > 1 && !event.equals(events.get(0)) ? copy : event);
        }
        return shown;
    }
}
