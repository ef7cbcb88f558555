package dev.casesaudit.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One error name of the contract, and the response that carries it.
 *
 * @param statusKey the status as the contract writes it, which may be {@code default}
 */
record ContractError(String name, String statusKey, JsonNode response) {

    private static final String NAME_HEADER = "x-amzn-errortype";

    static List<ContractError> all(ContractDocument contract) {
        return new ContractOperation(contract)
                .responses().properties().stream()
                        .flatMap(entry -> {
                            JsonNode response = contract.resolve(entry.getValue());
                            return ContractDocument.texts(response.path("headers")
                                            .path(NAME_HEADER)
                                            .at("/schema/enum"))
                                    .stream()
                                    .map(name -> new ContractError(name, entry.getKey(), response));
                        })
                        .toList();
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
}
