package dev.casesaudit.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds all constraints of the contract. */
final class Constraints {

    private Constraints() {}

    static List<Constraint> ofInput(String owner, JsonNode input) {
        List<Constraint> found = new ArrayList<>();
        input.path("properties").forEachEntry((name, schema) -> {
            String member = owner + "." + name;
            if (!schema.path("x-in").asText().equals("path")) {
                found.add(new Constraint(member, Keyword.OPTIONAL, schema));
                found.add(new Constraint(member, Keyword.TYPE, schema));
            }
            addLimits(member, schema, found);
        });
        return found;
    }

    static List<Constraint> ofOutput(JsonNode output) {
        List<Constraint> found = new ArrayList<>();
        found.add(new Constraint(Contract.OUTPUT, Keyword.TYPE, output));
        addMembers(Contract.OUTPUT, output, found);
        return distinct(found);
    }

    static List<Constraint> ofErrors(JsonNode responses) {
        List<Constraint> found = new ArrayList<>();
        for (JsonNode response : responses) {
            JsonNode body = response.at("/content/application~1json/schema");
            if (response.at("/headers/x-amzn-errortype").isObject()) {
                addMembers(body.path(Document.NAME).asText(), body, found);
            }
            response.path("headers").forEachEntry((name, header) -> addHeader(name, header, found));
        }
        return distinct(found);
    }

    private static void addHeader(String name, JsonNode header, List<Constraint> found) {
        String member = "header." + name;
        JsonNode schema = header.path("schema");
        if (header.path("required").asBoolean()) {
            found.add(new Constraint(member, Keyword.REQUIRED, schema));
        }
        if (schema.path("type").asText().equals("integer")) {
            found.add(new Constraint(member, Keyword.TYPE, schema));
        }
        addLimits(member, schema, found);
    }

    private static void addMembers(String owner, JsonNode object, List<Constraint> found) {
        List<String> required = new ArrayList<>();
        object.path("required").forEach(name -> required.add(name.asText()));
        object.path("properties").forEachEntry((name, schema) -> {
            if (required.contains(name)) {
                found.add(new Constraint(owner + "." + name, Keyword.REQUIRED, schema));
            }
            addValue(owner + "." + name, schema, found);
        });
    }

    private static void addValue(String member, JsonNode schema, List<Constraint> found) {
        found.add(new Constraint(member, Keyword.TYPE, schema));
        addLimits(member, schema, found);
        String name = schema.path(Document.NAME).asText(member);
        if (Union.is(schema)) {
            found.add(new Constraint(member, Keyword.UNION, schema));
            addMembers(name, schema, found);
        } else if (schema.path("type").asText().equals("array")) {
            JsonNode items = schema.path("items");
            found.add(new Constraint(member + "[]", Keyword.TYPE, items));
            addMembers(items.path(Document.NAME).asText(), items, found);
        } else if (schema.path("type").asText().equals("object")) {
            addMembers(name, schema, found);
        }
    }

    private static void addLimits(String member, JsonNode schema, List<Constraint> found) {
        if (schema.has("minLength") || schema.has("maxLength")) {
            found.add(new Constraint(member, Keyword.LENGTH, schema));
        }
        if (schema.has("minimum") || schema.has("maximum")) {
            found.add(new Constraint(member, Keyword.RANGE, schema));
        }
        if (schema.has("minItems") || schema.has("maxItems")) {
            found.add(new Constraint(member, Keyword.ITEMS, schema));
        }
        if (schema.has("enum")) {
            found.add(new Constraint(member, Keyword.ENUM, schema));
        }
        if (schema.path("format").asText().equals("date-time")) {
            found.add(new Constraint(member, Keyword.FORMAT, schema));
        }
        if (schema.has("pattern")) {
            found.add(new Constraint(member, Keyword.PATTERN, schema));
        }
        if (isEmpty(schema)) {
            found.add(new Constraint(member, Keyword.EMPTY, schema));
        }
    }

    /** Whether a schema is an object that never has members. */
    static boolean isEmpty(JsonNode schema) {
        return !schema.path("additionalProperties").asBoolean(true) && !schema.has("properties");
    }

    // Several members have the same union.
    private static List<Constraint> distinct(List<Constraint> found) {
        Map<String, Constraint> byKey = new LinkedHashMap<>();
        found.forEach(one -> byKey.putIfAbsent(Reading.key(one.member(), one.keyword()), one));
        return List.copyOf(byKey.values());
    }
}
