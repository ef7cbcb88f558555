package dev.casesaudit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;

/** The one operation of the contract, and its route. */
final class ContractOperation {

    private final ContractDocument contract;
    private final Entry<String, JsonNode> path;
    private final Entry<String, JsonNode> method;

    ContractOperation(ContractDocument contract) {
        this.contract = contract;
        path = only(contract.at("/paths"));
        method = only(path.getValue());
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
