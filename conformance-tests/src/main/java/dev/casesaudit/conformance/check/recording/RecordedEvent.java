package dev.casesaudit.conformance.check.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event of the kit's case.
 *
 * @param pointer its place in the page
 */
record RecordedEvent(JsonNode json, Exchange page, String pointer) {

    /** A changed field of an event. */
    record Field(String id, JsonNode newValue, JsonNode oldValue, String pointer) {}

    /** Returns the events of a walk by their ids. Events without an id are left to other requirements. */
    static Map<String, RecordedEvent> in(Walk walk) {
        Map<String, RecordedEvent> events = new LinkedHashMap<>();
        for (Page page : walk.pages()) {
            JsonNode items = Json.body(page.exchange()).path("auditEvents");
            for (int i = 0; i < items.size(); i++) {
                JsonNode event = items.path(i);
                if (event.path("eventId").isTextual()) {
                    events.putIfAbsent(
                            event.path("eventId").asText(),
                            new RecordedEvent(event, page.exchange(), "/auditEvents/" + i));
                }
            }
        }
        return events;
    }

    String id() {
        return json.path("eventId").asText();
    }

    String type() {
        return json.path("type").asText();
    }

    String relatedItemType() {
        return json.path("relatedItemType").asText("");
    }

    String user() {
        return json.at("/performedBy/user/customEntity").asText("");
    }

    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        JsonNode items = json.path("fields");
        for (int i = 0; i < items.size(); i++) {
            JsonNode field = items.path(i);
            fields.add(new Field(
                    field.path("eventFieldId").asText(),
                    field.path("newValue"),
                    field.path("oldValue"),
                    pointer + "/fields/" + i));
        }
        return fields;
    }

    /** Whether a field of the event has a value of an edit. */
    boolean shows(Edit edit) {
        return fields().stream().anyMatch(edit::wrote);
    }

    /** Whether the event is the one of an edit of a related item, by its value or by its user. */
    boolean namesItemOf(Edit edit) {
        return type().equals(edit.type()) && (shows(edit) || user().equals(edit.user()));
    }
}
