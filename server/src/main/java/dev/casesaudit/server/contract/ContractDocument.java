package dev.casesaudit.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.server.json.Yaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * An OpenAPI document, as people write it. The build reads it, and the mock only what the build made of it. The document
 * is ours, so a construct that this class cannot read is a defect.
 */
public final class ContractDocument {

    private final String resource;
    private final JsonNode document;

    // Those that this one refers to.
    private final Map<String, ContractDocument> others = new HashMap<>();

    private ContractDocument(String resource, JsonNode document) {
        this.resource = resource;
        this.document = document;
    }

    /** Returns the contract of all operations. */
    public static Contract ofOperations() {
        return read(Contract.OPERATION).contract().and(read(Contract.CASES).contract());
    }

    /** Returns a document of the api jar. */
    public static ContractDocument read(String resource) {
        try {
            return new ContractDocument(resource, Yaml.read(new ByteArrayInputStream(Contract.text(resource))));
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "%s cannot be read", resource), e);
        }
    }

    /** Returns everything in it that the mock needs. */
    public Contract contract() {
        return new Contract(operations(), shapes("parameters", "/schema"), shapes("schemas", ""));
    }

    private List<Contract.Operation> operations() {
        List<Contract.Operation> operations = new ArrayList<>();
        at("/paths")
                .forEachEntry((path, methods) ->
                        methods.forEachEntry((method, operation) -> operations.add(new Contract.Operation(
                                operation.path("operationId").asText(),
                                method.toUpperCase(Locale.ROOT),
                                path,
                                parameters(operation, "path"),
                                parameters(operation, "query"),
                                body(operation),
                                errors(operation)))));
        return operations;
    }

    private Map<String, Shape> parameters(JsonNode operation, String in) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (JsonNode one : operation.path("parameters")) {
            Found parameter = resolved(one);
            if (parameter.node().path("in").asText().equals(in)) {
                shapes.put(
                        parameter.node().path("name").asText(),
                        parameter.document().shape(parameter.node().path("schema")));
            }
        }
        return shapes;
    }

    private Shape body(JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? new Shape.Structure(Map.of()) : shape(schema);
    }

    private List<String> errors(JsonNode operation) {
        List<String> errors = new ArrayList<>();
        for (JsonNode one : operation.path("responses")) {
            resolved(one).node().at("/headers/x-amzn-errortype/schema/enum").forEach(name -> errors.add(name.asText()));
        }
        return errors;
    }

    private Found resolved(JsonNode node) {
        if (!node.has("$ref")) {
            return new Found(this, node);
        }
        String[] parts = node.path("$ref").asText().split("#", 2);
        ContractDocument owner = parts[0].isEmpty()
                ? this
                : others.computeIfAbsent(
                        resource.substring(0, resource.lastIndexOf('/') + 1) + parts[0], ContractDocument::read);
        return owner.resolved(owner.at(parts[1]));
    }

    private record Found(ContractDocument document, JsonNode node) {}

    private Map<String, Shape> shapes(String components, String place) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        at("/components/" + components).forEachEntry((name, component) -> shapes.put(name, shape(component.at(place))));
        return shapes;
    }

    private Shape shape(JsonNode schema) {
        if (schema.has("$ref")) {
            Found found = resolved(schema);
            return found.document().shape(found.node());
        }
        if (schema.has("anyOf")) {
            return new Shape.DoubleNumber();
        }
        return switch (schema.path("type").asText()) {
            case "object" ->
                schema.path("x-tagged-union").asBoolean()
                        ? union(schema)
                        : schema.path("additionalProperties").isObject() ? map(schema) : structure(schema);
            case "array" ->
                new Shape.ListOf(
                        shape(schema.path("items")),
                        schema.path("x-sparse").asBoolean(),
                        schema.path("minItems").asInt(0),
                        schema.path("maxItems").asInt(Integer.MAX_VALUE));
            case "string" -> "date-time".equals(schema.path("format").asText()) ? new Shape.Timestamp() : text(schema);
            case "integer" ->
                schema.path("format").asText().equals("int64")
                        ? new Shape.LongNumber(
                                schema.path("minimum").asLong(Long.MIN_VALUE),
                                schema.path("maximum").asLong(Long.MAX_VALUE))
                        : new Shape.WholeNumber(
                                schema.path("minimum").asInt(Integer.MIN_VALUE),
                                schema.path("maximum").asInt(Integer.MAX_VALUE));
            case "number" -> new Shape.Amount(schema.path("maximum").asDouble(Double.MAX_VALUE));
            case "boolean" -> new Shape.Flag();
            default -> throw new IllegalStateException("the contract has a schema of an unknown kind: " + schema);
        };
    }

    private Shape.Union union(JsonNode schema) {
        Map<String, Shape> arms = new LinkedHashMap<>();
        schema.path("properties").forEachEntry((name, arm) -> arms.put(name, shape(arm)));
        return new Shape.Union(arms);
    }

    private Shape.MapOf map(JsonNode schema) {
        return new Shape.MapOf(
                text(schema.path("x-key")),
                shape(schema.path("additionalProperties")),
                schema.path("maxProperties").asInt(Integer.MAX_VALUE));
    }

    private Shape.Structure structure(JsonNode schema) {
        Map<String, Shape.Member> members = new LinkedHashMap<>();
        JsonNode required = schema.path("required");
        schema.path("properties").forEachEntry((name, member) -> {
            boolean isRequired = StreamSupport.stream(required.spliterator(), false)
                    .anyMatch(one -> one.asText().equals(name));
            members.put(name, new Shape.Member(shape(member), isRequired));
        });
        return new Shape.Structure(members);
    }

    private static Shape.Text text(JsonNode schema) {
        return new Shape.Text(
                schema.path("minLength").asInt(0),
                schema.path("maxLength").asInt(Integer.MAX_VALUE),
                Optional.ofNullable(schema.get("pattern")).map(JsonNode::asText).map(Pattern::compile),
                StreamSupport.stream(schema.path("enum").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                schema.path("x-sensitive").asBoolean());
    }

    private JsonNode at(String pointer) {
        JsonNode node = document.at(pointer);
        if (node.isMissingNode()) {
            throw new IllegalStateException("the contract has nothing at " + pointer);
        }
        return node;
    }
}
