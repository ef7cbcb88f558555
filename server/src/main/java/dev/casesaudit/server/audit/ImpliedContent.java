package dev.casesaudit.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.api.model.FieldValueUnion;
import dev.casesaudit.server.collection.PersistentMap;
import dev.casesaudit.server.contract.WireTime;
import dev.casesaudit.server.field.FieldValues;
import dev.casesaudit.server.field.SystemFields;
import dev.casesaudit.server.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the events of a history say of the case: the last new value of each field. */
final class ImpliedContent {

    // Others change no field, and need not be parsed.
    private static final byte[] OF_CASES = "\"type\":\"Case.".getBytes(StandardCharsets.US_ASCII);

    private ImpliedContent() {}

    static CaseContent of(AuditHistory history) {
        Instant first = history.size() == 0 ? Instant.EPOCH : EventTime.of(history.at(0));
        CaseContent nothing = new CaseContent(
                Optional.empty(),
                Map.of(),
                Map.of(),
                PersistentMap.empty(),
                first,
                first,
                Optional.empty(),
                Optional.empty());
        return after(nothing, history, 0);
    }

    /**
     * Returns the content after more events.
     *
     * @param from the number of the first of them
     */
    static CaseContent after(CaseContent content, AuditHistory history, int from) {
        // One map for all events, since a history may have a million.
        Map<String, FieldValueUnion> fields = new LinkedHashMap<>(content.fields());
        Instant updated = content.updated();
        Optional<Instant> closed = content.closed();
        for (int number = from; number < history.size(); number++) {
            byte[] event = history.at(number);
            if (isOfCase(event)) {
                JsonNode json = Json.readOwn(event);
                updated = WireTime.of(json.path("performedTime").asText());
                if (set(fields, json.path("fields"))) {
                    closed = Optional.of(updated);
                }
            }
        }
        return new CaseContent(
                content.templateId(),
                fields,
                content.tags(),
                content.relatedItems(),
                content.created(),
                updated,
                closed,
                content.clientToken());
    }

    // Returns whether the event closes the case.
    private static boolean set(Map<String, FieldValueUnion> fields, JsonNode changes) {
        boolean closes = false;
        for (JsonNode change : changes) {
            String id = change.path("eventFieldId").asText();
            FieldValueUnion value = FieldValues.of(change.path("newValue"));
            if (FieldValues.isEmpty(value)) {
                fields.remove(id);
            } else {
                fields.put(id, value);
            }
            closes |= id.equals(SystemFields.STATUS) && value.equals(SystemFields.CLOSED_STATUS);
        }
        return closes;
    }

    private static boolean isOfCase(byte[] event) {
        for (int at = 0; at <= event.length - OF_CASES.length; at++) {
            if (event[at] == OF_CASES[0]
                    && Arrays.equals(event, at, at + OF_CASES.length, OF_CASES, 0, OF_CASES.length)) {
                return true;
            }
        }
        return false;
    }
}
