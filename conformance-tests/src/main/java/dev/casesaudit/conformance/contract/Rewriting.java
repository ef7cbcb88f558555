package dev.casesaudit.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rewrites a body by its schema. Null members are removed, since they count as absent. */
final class Rewriting {

    private final Rewriter rewriter;

    Rewriting(Rewriter rewriter) {
        this.rewriter = rewriter;
    }

    JsonNode value(String member, JsonNode schema, JsonNode value, String pointer) {
        if (!BodyReading.hasType(schema, value)) {
            return rewriter.mistyped(value);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema.path(Document.NAME).asText(member), schema, value, pointer);
            case "array" -> list(member, schema, value, pointer);
            default -> rewriter.known(member, value);
        };
    }

    private JsonNode object(String name, JsonNode schema, JsonNode value, String pointer) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        value.forEachEntry((one, of) -> {
            String there = pointer + "/" + one.replace("~", "~0").replace("/", "~1");
            JsonNode known = schema.path("properties").path(one);
            if (of.isNull()) {
                return;
            }
            if (known.isMissingNode()) {
                boolean arm = Union.is(schema) && !one.equals("__type");
                rewriter.unknown(there, arm, of).ifPresent(other -> written.set(one, other));
            } else {
                written.set(one, value(name + "." + one, known, of, there));
            }
        });
        return written;
    }

    private JsonNode list(String member, JsonNode schema, JsonNode value, String pointer) {
        ArrayNode written = JsonNodeFactory.instance.arrayNode(value.size());
        for (int i = 0; i < value.size(); i++) {
            JsonNode item = value.path(i);
            written.add(item.isNull() ? item : value(member + "[]", schema.path("items"), item, pointer + "/" + i));
        }
        return written;
    }
}
