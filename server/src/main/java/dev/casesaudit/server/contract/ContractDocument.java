package dev.casesaudit.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.server.json.Yaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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

    private final JsonNode document;

    private ContractDocument(JsonNode document) {
        this.document = document;
    }

    /** Returns a document of the api jar. */
    public static ContractDocument read(String resource) {
        try {
            return new ContractDocument(Yaml.read(new ByteArrayInputStream(Contract.text(resource))));
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
                                operation.path("operationId").asText(), method.toUpperCase(Locale.ROOT), path))));
        return operations;
    }

    private Map<String, Shape> shapes(String components, String place) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        at("/components/" + components).forEachEntry((name, component) -> shapes.put(name, shape(component.at(place))));
        return shapes;
    }

    private Shape shape(JsonNode schema) {
        if (schema.has("$ref")) {
            return shape(at(schema.path("$ref").asText().substring(1)));
        }
        if (schema.has("anyOf")) {
            return new Shape.DoubleNumber();
        }
        return switch (schema.path("type").asText()) {
            case "object" -> schema.path("x-tagged-union").asBoolean() ? union(schema) : structure(schema);
            case "array" ->
                new Shape.ListOf(
                        shape(schema.path("items")), schema.path("x-sparse").asBoolean());
            case "string" -> "date-time".equals(schema.path("format").asText()) ? new Shape.Timestamp() : text(schema);
            case "integer" ->
                new Shape.WholeNumber(
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
