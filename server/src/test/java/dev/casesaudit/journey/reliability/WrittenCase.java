package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A case as the mock exports it.
 *
 * @param text the export
 * @param events newest first
 */
record WrittenCase(String text, Content content, List<JsonNode> events) {

    static final WrittenCase NONE = new WrittenCase("", new Content("", Map.of(), Map.of(), Map.of()), List.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    static WrittenCase of(String exported) {
        JsonNode document = read(exported);
        return new WrittenCase(exported, Content.of(document.path("content")), list(document.path("auditEvents")));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("expected JSON, got " + json, e);
        }
    }

    static List<JsonNode> list(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }

    /** Returns the values of a list of fields in a form that can be compared. */
    static Map<String, String> fields(JsonNode list) {
        Map<String, String> fields = new TreeMap<>();
        list.forEach(field -> fields.put(field.path("id").asText(), comparable(field.path("value"))));
        return fields;
    }

    /** Returns JSON in a form in which equal numbers are equal, however they are written. */
    static String comparable(JsonNode json) {
        if (json.isNumber()) {
            return Double.toString(json.asDouble());
        }
        if (json.isObject()) {
            Map<String, String> members = new TreeMap<>();
            json.forEachEntry((name, member) -> members.put(name, comparable(member)));
            return members.toString();
        }
        return json.isArray()
                ? list(json).stream().map(WrittenCase::comparable).toList().toString()
                : json.asText();
    }

    /** Returns a related item in a form that can be compared, in which an empty field is as good as none. */
    static String item(JsonNode type, JsonNode content) {
        JsonNode custom = content.path("custom").path("fields");
        if (custom.isMissingNode()) {
            return type.asText() + ' ' + comparable(content);
        }
        Map<String, String> fields = fields(custom);
        fields.values().removeIf("{emptyValue={}}"::equals);
        return type.asText() + ' ' + fields;
    }

    /** Fails unless one event at most was added, which says what has changed since before. */
    void requireHistoryOf(WrittenCase before) {
        int more = events.size() - before.events.size();
        assertThat(more).isBetween(0, 1);
        assertThat(events.subList(more, events.size())).isEqualTo(before.events);
        Set<String> changed = changed(before.content.fields, content.fields);
        if (more == 0) {
            assertThat(content).isEqualTo(before.content);
        } else if (events.get(0).path("type").asText().startsWith("RelatedItem.")) {
            assertThat(changed).isEmpty();
        } else {
            requireChain(before, changed);
        }
    }

    private void requireChain(WrittenCase before, Set<String> changed) {
        JsonNode event = events.get(0);
        Set<String> listed = new HashSet<>();
        event.path("fields").forEach(field -> {
            String id = field.path("eventFieldId").asText();
            listed.add(id);
            assertThat(field.has("oldValue") ? comparable(field.path("oldValue")) : null)
                    .as("old value of %s", id)
                    .isEqualTo(before.content.fields.get(id));
            assertThat(field.path("newValue").has("emptyValue") ? null : comparable(field.path("newValue")))
                    .as("new value of %s", id)
                    .isEqualTo(content.fields.get(id));
        });
        if (before.events.isEmpty()) {
            // The service sets the status, and a creation may list fields without a value.
            changed.remove("status");
            assertThat(listed).containsAll(changed);
        } else {
            assertThat(listed).isEqualTo(changed);
            assertThat(time(event)).isAfterOrEqualTo(time(before.events.get(0)));
        }
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        Set<String> ids = new HashSet<>(before.keySet());
        ids.addAll(after.keySet());
        ids.removeIf(id -> Objects.equals(before.get(id), after.get(id)));
        return ids;
    }

    private static Instant time(JsonNode event) {
        return Instant.parse(event.path("performedTime").asText());
    }

    /**
     * What a case is besides its history, in a form that can be compared.
     *
     * @param items by their ids
     */
    record Content(String templateId, Map<String, String> fields, Map<String, String> tags, Map<String, String> items) {

        static Content of(JsonNode content) {
            Map<String, String> tags = new TreeMap<>();
            content.path("tags").forEachEntry((key, value) -> tags.put(key, value.asText()));
            Map<String, String> items = new TreeMap<>();
            content.path("relatedItems")
                    .forEachEntry((id, item) -> items.put(id, item(item.path("type"), item.path("content"))));
            return new Content(
                    content.path("templateId").asText(), WrittenCase.fields(content.path("fields")), tags, items);
        }

        Content withFields(JsonNode list) {
            Map<String, String> next = new TreeMap<>(fields);
            list.forEach(field -> {
                String id = field.path("id").asText();
                if (field.path("value").has("emptyValue")) {
                    next.remove(id);
                } else {
                    next.put(id, comparable(field.path("value")));
                }
            });
            return new Content(templateId, next, tags, items);
        }

        Content withItem(String id, String item) {
            Map<String, String> next = new TreeMap<>(items);
            next.put(id, item);
            return new Content(templateId, fields, tags, next);
        }

        Content withoutItem(String id) {
            Map<String, String> next = new TreeMap<>(items);
            next.remove(id);
            return new Content(templateId, fields, tags, next);
        }
    }
}
