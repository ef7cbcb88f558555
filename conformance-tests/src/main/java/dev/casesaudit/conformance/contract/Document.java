package dev.casesaudit.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.input.Documents;
import dev.casesaudit.conformance.input.InvalidYaml;
import dev.casesaudit.conformance.input.Yaml;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the OpenAPI document and resolves its references. None of them is recursive. */
final class Document {

    // Added to a resolved reference, since unions are identified by the name of their schema.
    static final String NAME = "x-name";

    private Document() {}

    static String packaged() {
        return Documents.packagedText(Document.class, "openapi.yaml");
    }

    static JsonNode parse(String text) {
        try {
            JsonNode document = Yaml.parse(text);
            return followed(document.path("paths"), document, document.deepCopy());
        } catch (InvalidYaml e) {
            throw new UncheckedIOException("the contract is not readable YAML", e);
        }
    }

    private static JsonNode followed(JsonNode paths, JsonNode document, ObjectNode result) {
        result.set("paths", follow(paths, document));
        return result;
    }

    private static JsonNode follow(JsonNode node, JsonNode document) {
        if (node.has("$ref")) {
            String reference = node.path("$ref").asText();
            JsonNode target = follow(document.at(reference.substring(1)), document);
            if (target instanceof ObjectNode object) {
                object.put(NAME, reference.substring(reference.lastIndexOf('/') + 1));
            }
            return target;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.forEachEntry((name, value) -> copy.set(name, follow(value, document)));
            return copy;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = list.arrayNode();
            list.forEach(item -> copy.add(follow(item, document)));
            return copy;
        }
        return node;
    }

    /** Adds the members of the path to those of the input. */
    static void addPathMembers(ObjectNode input, JsonNode parameters) {
        for (JsonNode parameter : parameters) {
            input.withObject("/properties")
                    .set(parameter.path("name").asText(), ((ObjectNode) parameter.path("schema")).put("x-in", "path"));
        }
    }

    /**
     * Returns the errors of all responses. Errors with the same status share a response, as do those with {@code
     * x-status}.
     */
    static List<ContractError> errors(JsonNode responses) {
        Map<String, ContractError> errors = new LinkedHashMap<>();
        responses.forEachEntry((status, response) -> {
            JsonNode header = response.at("/headers/x-amzn-errortype");
            for (JsonNode name : header.at("/schema/enum")) {
                int code = header.path("x-status").path(name.asText()).asInt(0);
                errors.put(name.asText(), new ContractError(name.asText(), code > 0 ? code : Integer.parseInt(status)));
            }
        });
        return List.copyOf(errors.values());
    }

    static List<Union> unions(JsonNode output) {
        Map<String, Union> unions = new LinkedHashMap<>();
        for (JsonNode union : output.findParents(Union.MARK)) {
            String name = union.path(NAME).asText();
            unions.putIfAbsent(name, new Union(name, Union.arms(union)));
        }
        return List.copyOf(unions.values());
    }

    /** Returns the names of all sensitive members. */
    static List<String> sensitive(JsonNode output) {
        Set<String> names = new LinkedHashSet<>();
        addSensitive(output, names);
        return new ArrayList<>(names);
    }

    // JsonNode.findValues does not search the members of a match.
    private static void addSensitive(JsonNode node, Set<String> names) {
        node.path("properties").forEachEntry((name, schema) -> {
            if (schema.path("x-sensitive").asBoolean()) {
                names.add(name);
            }
        });
        node.forEach(child -> addSensitive(child, names));
    }
}
