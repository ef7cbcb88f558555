package dev.casesaudit.server.behaviour.tomorrow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.server.json.WireJson;
import java.io.IOException;
import java.util.Set;

/**
 * Turns an event of today into one of the future. The values of today's event stay readable in it, inside the unknown
 * arms.
 */
final class FutureEvent {

    private static final ObjectReader TREES = JsonMapper.builder().build().reader();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String TYPE = "__type";
    private static final String SHAPES = "com.amazonaws.connectcases#";
    private static final String EMPTY_ARM = "emptyValue";

    private final Set<Novelty> novelties;

    FutureEvent(Set<Novelty> novelties) {
        this.novelties = novelties;
    }

    byte[] encode(byte[] event) {
        try {
            return WireJson.encode(event(TREES.readTree(event)));
        } catch (IOException e) {
            throw new IllegalStateException("a recorded event is no JSON", e);
        }
    }

    private ObjectNode event(JsonNode today) {
        ObjectNode event = copy(today);
        if (has(Novelty.EVENT_TYPE)) {
            event.put("type", "Tomorrow.Happened");
        }
        if (has(Novelty.RELATED_ITEM_TYPE)) {
            event.put("relatedItemType", "Tomorrow");
        }
        event.set("fields", fields(today.path("fields")));
        if (today.hasNonNull("performedBy") || has(Novelty.USER_ARM)) {
            event.set("performedBy", performer(today.path("performedBy")));
        }
        return event;
    }

    private ArrayNode fields(JsonNode today) {
        ArrayNode fields = JSON.arrayNode();
        if (has(Novelty.NULL_ITEMS)) {
            fields.addNull();
        }
        today.forEach(field -> fields.add(field.isNull() ? field : field(field)));
        if (today.isEmpty() && has(Novelty.FIELD_ARM)) {
            fields.add(field(JSON.objectNode().put("eventFieldId", "tomorrow")));
        }
        if (has(Novelty.NULL_ITEMS)) {
            fields.addNull();
        }
        return fields;
    }

    private ObjectNode field(JsonNode today) {
        ObjectNode field = copy(today);
        JsonNode newValue = today.path("newValue");
        JsonNode oldValue = today.path("oldValue");
        boolean newValueStays = has(Novelty.EXTRA_MEMBERS) && newValue.has(EMPTY_ARM);
        field.set("newValue", value(newValue, has(Novelty.FIELD_ARM) && !newValueStays));
        if (oldValue.isObject() || has(Novelty.FIELD_ARM)) {
            field.set("oldValue", value(oldValue, has(Novelty.FIELD_ARM)));
        }
        return field;
    }

    private ObjectNode value(JsonNode today, boolean unknown) {
        ObjectNode value = union(today, unknown, "AuditEventFieldValueUnion", "tomorrowValue");
        if (value.has(EMPTY_ARM)) {
            value.set(EMPTY_ARM, copy(value.path(EMPTY_ARM)));
        }
        return value;
    }

    private ObjectNode performer(JsonNode today) {
        ObjectNode performer = copy(today);
        if (!performer.has("iamPrincipalArn")) {
            performer.put("iamPrincipalArn", "arn:aws:iam::111122223333:role/Tomorrow");
        }
        if (today.hasNonNull("user") || has(Novelty.USER_ARM)) {
            performer.set("user", union(today.path("user"), has(Novelty.USER_ARM), "UserUnion", "tomorrowUser"));
        }
        return performer;
    }

    // The unknown arm replaces the known one: a union has exactly one member.
    private ObjectNode union(JsonNode today, boolean unknown, String shape, String unknownArm) {
        ObjectNode union = JSON.objectNode();
        if (unknown) {
            union.putObject(unknownArm).setAll(object(today));
            // After the arm: botocore takes the first member's name for that of the unknown arm, even if it is __type.
            return has(Novelty.UNION_TYPE) ? union.put(TYPE, SHAPES + shape) : union;
        }
        if (has(Novelty.UNION_TYPE)) {
            union.put(TYPE, SHAPES + shape);
        }
        union.setAll(object(today));
        return union;
    }

    private ObjectNode copy(JsonNode today) {
        ObjectNode copy = has(Novelty.EXTRA_MEMBERS) ? ExtraMembers.object() : JSON.objectNode();
        copy.setAll(object(today));
        return copy;
    }

    private static ObjectNode object(JsonNode today) {
        return today instanceof ObjectNode object ? object : JSON.objectNode();
    }

    private boolean has(Novelty novelty) {
        return novelties.contains(novelty);
    }
}
