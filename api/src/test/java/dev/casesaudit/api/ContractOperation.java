package dev.casesaudit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;

/** An operation of a contract, and its route. */
final class ContractOperation {

    private static final String JSON = "/content/application~1json";

    private final ContractDocument contract;
    private final Entry<String, JsonNode> path;
    private final Entry<String, JsonNode> method;

    private ContractOperation(ContractDocument contract, Entry<String, JsonNode> path, Entry<String, JsonNode> method) {
        this.contract = contract;
        this.path = path;
        this.method = method;
    }

    /** The one operation of a contract. */
    ContractOperation(ContractDocument contract) {
        this(
                contract,
                only(contract.at("/paths")),
                only(only(contract.at("/paths")).getValue()));
    }

    static List<ContractOperation> all(ContractDocument contract) {
        return contract.at("/paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new ContractOperation(contract, path, method)))
                .toList();
    }

    String path() {
        return path.getKey();
    }

    /** Returns the path with its parameters filled in; the values need no escape. */
    String path(ObjectNode parameters) {
        String filled = path();
        for (Entry<String, JsonNode> parameter : parameters.properties()) {
            filled = filled.replace(
                    "{%s}".formatted(parameter.getKey()), parameter.getValue().textValue());
        }
        return filled;
    }

    String method() {
        return method.getKey().toUpperCase(Locale.ROOT);
    }

    String id() {
        return method.getValue().required("operationId").textValue();
    }

    List<JsonNode> parameters() {
        return ContractDocument.stream(method.getValue().required("parameters").elements())
                .map(contract::resolve)
                .toList();
    }

    JsonNode request() {
        return method.getValue().required("requestBody");
    }

    /** Returns the schema of the request body; a missing node for an operation without one. */
    JsonNode requestSchema() {
        return method.getValue().at("/requestBody" + JSON + "/schema");
    }

    /** Returns the bodies of requests that are shown, by name. */
    Map<String, JsonNode> requestExamples() {
        return examples(contract, method.getValue().path("requestBody").at(JSON));
    }

    /** Returns the bodies of responses that are shown for a status, by name. */
    Map<String, JsonNode> responseExamples(String status) {
        JsonNode response = responses().required(status);
        ContractDocument owner = response.has("$ref") ? contract.owner(response) : contract;
        return examples(owner, contract.resolve(response).at(JSON));
    }

    /** Returns the values of a parameter that are shown, by name. */
    Map<String, JsonNode> parameterExamples(String name) {
        return parameters().stream()
                .filter(parameter -> parameter.required("name").textValue().equals(name))
                .findFirst()
                .map(parameter -> examples(contract, parameter))
                .orElse(Map.of());
    }

    private static Map<String, JsonNode> examples(ContractDocument owner, JsonNode place) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        place.path("examples")
                .properties()
                .forEach(example -> values.put(
                        example.getKey(), owner.resolve(example.getValue()).required("value")));
        return values;
    }

    JsonNode responses() {
        return method.getValue().required("responses");
    }

    private static Entry<String, JsonNode> only(JsonNode object) {
        if (object.size() != 1) {
            throw new IllegalStateException("expected one member, got " + ContractDocument.names(object));
        }
        return object.properties().iterator().next();
    }
}
