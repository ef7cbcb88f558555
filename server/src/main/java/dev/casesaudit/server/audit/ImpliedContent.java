package dev.casesaudit.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.api.model.FieldValueUnion;
import dev.casesaudit.server.collection.PersistentMap;
import dev.casesaudit.server.contract.WireTime;
import dev.casesaudit.server.field.FieldValues;
import dev.casesaudit.server.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the events of a history say of the case: the last new value of each field. */
final class ImpliedContent {

    // Others change no field, and need not be parsed.
    private static final byte[] OF_CASES = "\"type\":\"Case.".getBytes(StandardCharsets.US_ASCII);

    private static final CaseContent NOTHING = new CaseContent(
            Optional.empty(),
            Map.of(),
            Map.of(),
            PersistentMap.empty(),
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty());

    private ImpliedContent() {}

    static CaseContent of(AuditHistory history) {
        CaseContent content = after(NOTHING, history, 0);
        Instant first = history.size() == 0 ? Instant.EPOCH : EventTime.of(history.at(0));
        return new CaseContent(
                Optional.empty(),
                content.fields(),
                Map.of(),
                content.relatedItems(),
                first,
                content.updated(),
                content.closed(),
                Optional.empty());
    }

    /**
     * Returns the content after more events.
     *
     * @param from the number of the first of them
     */
    static CaseContent after(CaseContent content, AuditHistory history, int from) {
        Map<String, FieldValueUnion> fields = new LinkedHashMap<>();
        CaseContent next = content;
        for (int number = from; number < history.size(); number++) {
            byte[] event = history.at(number);
            if (isOfCase(event)) {
                JsonNode json = Json.readOwn(event);
                fields.clear();
                for (JsonNode field : json.path("fields")) {
                    if (!field.isNull()) {
                        fields.put(field.path("eventFieldId").asText(), FieldValues.of(field.path("newValue")));
                    }
                }
                next = next.with(fields, WireTime.of(json.path("performedTime").asText()));
            }
        }
        return next;
    }

    private static boolean isOfCase(byte[] event) {
        for (int at = 0; at <= event.length - OF_CASES.length; at++) {
            if (event[at] == OF_CASES[0]
                    && java.util.Arrays.equals(event, at, at + OF_CASES.length, OF_CASES, 0, OF_CASES.length)) {
                return true;
            }
        }
        return false;
    }
}
