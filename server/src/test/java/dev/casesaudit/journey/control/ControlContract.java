package dev.casesaudit.journey.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaLocation.Fragment;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.json.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Checks responses against the contract of the control API. */
public final class ControlContract {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete");

    private final JsonNode root;
    private final Schema document;

    private ControlContract(JsonNode root) {
        this.root = root;
        document = SchemaRegistry.withDialect(Dialects.getOpenApi30())
                .getSchema(SchemaLocation.of("contract:/mock-control.json"), root);
    }

    public static ControlContract read() {
        try (InputStream in = ControlContract.class.getClassLoader().getResourceAsStream(Contract.CONTROL)) {
            return new ControlContract(Yaml.read(Objects.requireNonNull(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every operation, in the order of the document. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .forEachEntry((path, item) -> METHODS.stream()
                        .filter(item::has)
                        .forEach(method -> operations.add(new Operation(method.toUpperCase(Locale.ROOT), path))));
        return operations;
    }

    /** Returns how a response deviates from the contract. */
    public List<String> violations(String method, String path, int status, String contentType, String body) {
        Optional<Operation> operation = operations().stream()
                .filter(one -> one.method().equals(method) && one.matches(path))
                .min(Comparator.comparingInt(Operation::parameters));
        if (operation.isEmpty()) {
            return status == 404 ? schema("Failure", body) : List.of("an answer to what is no operation: " + status);
        }
        JsonNode response = resolve(operation.get().node(root).path("responses").path(String.valueOf(status)));
        if (response.isMissingNode()) {
            return List.of(String.format(
                    Locale.ROOT, "%s answered %d, which the contract does not have", operation.get(), status));
        }
        if (!response.has("content")) {
            return body.isEmpty() ? List.of() : List.of("a body, where the contract has none");
        }
        JsonNode content = response.path("content").path(contentType.replaceFirst(";.*", ""));
        if (content.isMissingNode()) {
            return List.of("the content type " + contentType);
        }
        String reference = content.path("schema").path("$ref").asText();
        return reference.isEmpty() ? List.of() : schema(reference.substring(reference.lastIndexOf('/') + 1), body);
    }

    private List<String> schema(String name, String body) {
        try {
            JsonNode instance = JsonMapper.builder().build().readTree(body);
            return document.getRefSchema(Fragment.of("/components/schemas/" + name)).validate(instance).stream()
                    .map(error -> "%s: %s".formatted(error.getInstanceLocation(), error.getMessage()))
                    .toList();
        } catch (IOException e) {
            return List.of("not JSON: " + body);
        }
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** One method of a path. */
    public record Operation(String method, String path) {

        boolean matches(String concrete) {
            return concrete.matches(path.replaceAll("\\{[^}]*}", "[^/]*"));
        }

        int parameters() {
            return path.split("\\{", -1).length - 1;
        }

        JsonNode node(JsonNode root) {
            return root.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
        }
    }
}
