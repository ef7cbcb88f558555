package dev.casesaudit.api;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The contract as it travels in the jar. The only class that reads YAML. */
final class ContractDocument {

    // Strict: the latter of two members of one name would hide the former.
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    // Tests read them often, and change none.
    private static final Map<String, ContractDocument> DOCUMENTS = new ConcurrentHashMap<>();

    private final String file;
    private final JsonNode root;

    private ContractDocument(String file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    static ContractDocument read() {
        return read("openapi.yaml");
    }

    static ContractDocument read(String file) {
        return DOCUMENTS.computeIfAbsent(file, ContractDocument::parsed);
    }

    private static ContractDocument parsed(String file) {
        try (InputStream in = ContractDocument.class.getResourceAsStream("/META-INF/" + file)) {
            if (in == null) {
                throw new IllegalStateException("META-INF/%s is not on the classpath".formatted(file));
            }
            return new ContractDocument(file, YAML.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String file() {
        return file;
    }

    JsonNode root() {
        return root;
    }

    /** Returns the node at a JSON pointer, which must exist. */
    JsonNode at(String pointer) {
        return root.requiredAt(pointer);
    }

    JsonNode schema(String name) {
        return at("/components/schemas/" + name);
    }

    /** Returns what the node refers to, or the node itself if it is not a reference. */
    JsonNode resolve(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        return owner(node).at(node.get("$ref").textValue().split("#", 2)[1]);
    }

    /** Returns the document that has what a reference points at. */
    ContractDocument owner(JsonNode reference) {
        String named = reference.required("$ref").textValue().split("#", 2)[0];
        return named.isEmpty() ? this : read(named);
    }

    List<String> schemaNames() {
        return names(at("/components/schemas"));
    }

    /** Returns the names of all tagged unions. */
    List<String> unionNames() {
        return schemaNames().stream()
                .filter(name -> schema(name).path("x-tagged-union").booleanValue())
                .toList();
    }

    /** Returns the name of the one schema a reference points at. */
    static String referredName(JsonNode reference) {
        String pointer = reference.required("$ref").textValue();
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    static List<String> names(JsonNode object) {
        return stream(object.fieldNames()).toList();
    }

    static List<String> texts(JsonNode array) {
        return stream(array.elements()).map(JsonNode::textValue).toList();
    }

    static <T> Stream<T> stream(Iterator<T> items) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, 0), false);
    }
}
