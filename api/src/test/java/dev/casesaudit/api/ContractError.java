package dev.casesaudit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One error name of the contract, and the response that carries it.
 *
 * @param statusKey the status as the contract writes it, which may be {@code default}
 */
record ContractError(ContractDocument contract, String name, String statusKey, JsonNode response) {

    private static final String NAME_HEADER = "x-amzn-errortype";

    static List<ContractError> all(ContractDocument contract) {
        return all(contract, new ContractOperation(contract));
    }

    static List<ContractError> all(ContractDocument contract, ContractOperation operation) {
        return operation.responses().properties().stream()
                .flatMap(entry -> {
                    JsonNode response = contract.resolve(entry.getValue());
                    JsonNode names = response.path("headers").path(NAME_HEADER).at("/schema/enum");
                    return ContractDocument.texts(names).stream()
                            .map(name -> new ContractError(contract, name, entry.getKey(), response));
                })
                .toList();
    }

    int status() {
        return statusKey.equals("default")
                ? headers().path(NAME_HEADER).path("x-status").required(name).intValue()
                : Integer.parseInt(statusKey);
    }

    JsonNode headers() {
        return response.required("headers");
    }

    JsonNode bodySchema() {
        return response.requiredAt("/content/application~1json/schema");
    }

    JsonNode examples() {
        return response.requiredAt("/content/application~1json/examples");
    }

    /** Returns the headers of an answer with this error, by the contract's own examples. */
    Map<String, String> exampleHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        ContractDocument.names(headers())
                .forEach(header -> headers.put(header, exampleHeader(header).asText()));
        return headers;
    }

    JsonNode exampleBody() {
        return contract.resolve(examples().required(name)).required("value");
    }

    /** Returns all that the headers and the body of an answer with this error hold, by the contract's own examples. */
    ObjectNode exampleMembers() {
        ObjectNode members = exampleBody().deepCopy();
        ContractDocument.names(headers()).forEach(header -> members.set(header, exampleHeader(header)));
        return members;
    }

    private JsonNode exampleHeader(String header) {
        return header.equals(NAME_HEADER)
                ? TextNode.valueOf(name)
                : contract.resolve(headers().required(header)).required("example");
    }
}
