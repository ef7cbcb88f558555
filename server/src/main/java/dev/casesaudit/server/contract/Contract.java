package dev.casesaudit.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.server.json.Json;
import java.io.IOException;
import java.io.InputStream;
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
 * An OpenAPI document, read as shapes when the first shape is requested. The document is ours, so a construct that this
 * class cannot read is a defect.
 */
public final class Contract {

    /** The contract of the operation, in the api jar. */
    public static final String OPERATION = "META-INF/openapi.yaml";

    /** The contract of the control API, in the api jar. */
    public static final String CONTROL = "META-INF/mock-control.yaml";

    private final String resource;
    private volatile Optional<JsonNode> document;

    private Contract(String resource, Optional<JsonNode> document) {
        this.resource = resource;
        this.document = document;
    }

    /** Returns the contract of the operation. */
    public static Contract read() {
        return read(OPERATION);
    }

    /** Returns a contract of this build. */
    public static Contract read(String resource) {
        return new Contract(resource, Optional.empty());
    }

    static Contract of(JsonNode document) {
        return new Contract("", Optional.of(document));
    }

    /** Returns a document with its comments, as YAML in UTF-8. */
    public static byte[] text(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "%s cannot be read", resource), e);
        }
    }

    /** The operations, in the order of the document. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        at("/paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> operations.add(
                        new Operation(operation.path("operationId").asText(), method.toUpperCase(Locale.ROOT), path))));
        return operations;
    }

    /** Returns the shape of a schema. */
    public Shape schema(String name) {
        return shape(at("/components/schemas/" + name));
    }

    /** Returns the shape of a member of a structure. */
    public Shape member(String schema, String member) {
        return shape(at(String.format(Locale.ROOT, "/components/schemas/%s/properties/%s", schema, member)));
    }

    /** Returns the shape of a parameter, by the name of its component. */
    public Shape parameter(String component) {
        return shape(at(String.format(Locale.ROOT, "/components/parameters/%s/schema", component)));
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
        JsonNode node = document().at(pointer);
        if (node.isMissingNode()) {
            throw new IllegalStateException("the contract has nothing at " + pointer);
        }
        return node;
    }

    // Two threads may both read the document first, which is harmless.
    private JsonNode document() {
        JsonNode read = document.orElseGet(() -> load(asJson(resource)));
        document = Optional.of(read);
        return read;
    }

    // The build writes the same document as JSON, which takes a fraction of the time to read at each start.
    private static String asJson(String resource) {
        return resource.replace(".yaml", ".json");
    }

    private static JsonNode load(String resource) {
        try (InputStream in = open(resource)) {
            return Json.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "%s cannot be read", resource), e);
        }
    }

    /**
     * An operation.
     *
     * @param id its {@code operationId}
     * @param method in capital letters
     * @param path with labels in braces
     */
    public record Operation(String id, String method, String path) {}

    private static InputStream open(String resource) {
        InputStream in = Contract.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(String.format(Locale.ROOT, "%s is not on the class path", resource));
        }
        return in;
    }
}
