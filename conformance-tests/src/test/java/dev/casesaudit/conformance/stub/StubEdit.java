package dev.casesaudit.conformance.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An edit of a case of the stub.
 *
 * @param number the number of the accepted edits of the case before it
 * @param item the type of the related item; empty for an edit of the case
 * @param input the body of the request
 * @param values the values of its fields, by their ids
 * @param before the values of all fields before it
 */
public record StubEdit(
        int number,
        String operation,
        String item,
        ObjectNode input,
        Map<String, JsonNode> values,
        Map<String, JsonNode> before) {

    public StubEdit {
        values = new LinkedHashMap<>(values);
        before = new LinkedHashMap<>(before);
    }

    public boolean updates(String field) {
        return operation.equals("UpdateCase") && values.containsKey(field);
    }

    /** Returns an event of this edit without fields. */
    public ObjectNode event(String suffix) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("eventId", String.format(Locale.ROOT, "edit-%02d%s", number, suffix));
        event.put(
                "type",
                switch (operation) {
                    case "CreateCase" -> "Case.Created";
                    case "UpdateCase" -> "Case.Updated";
                    default -> "RelatedItem.Created";
                });
        if (!item.isEmpty()) {
            event.put("relatedItemType", item);
        }
        event.put("performedTime", String.format(Locale.ROOT, "2026-03-01T09:00:%02dZ", number));
        event.putArray("fields");
        event.putObject("performedBy")
                .put("iamPrincipalArn", "arn:aws:iam::111122223333:role/Agent")
                .set("user", input.path("performedBy"));
        return event;
    }

    /** Adds a field to an event, with its value before, if it had one. */
    public ObjectNode addField(ObjectNode event, String id) {
        ObjectNode field = event.withArray("/fields").addObject().put("eventFieldId", id);
        field.set("newValue", values.get(id));
        if (before.containsKey(id)) {
            field.set("oldValue", before.get(id));
        }
        return field;
    }
}
