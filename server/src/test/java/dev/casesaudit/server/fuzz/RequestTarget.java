package dev.casesaudit.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.api.model.CreateCaseRequest;
import dev.casesaudit.api.model.CreateRelatedItemRequest;
import dev.casesaudit.api.model.GetCaseRequest;
import dev.casesaudit.api.model.UpdateCaseRequest;
import dev.casesaudit.api.model.UpdateRelatedItemRequest;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.json.Json;
import dev.casesaudit.server.json.Models;
import dev.casesaudit.server.json.StrictJson;
import dev.casesaudit.server.json.WireJson;
import dev.casesaudit.server.request.OperationInput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A body or query of any operation is read, or refused with a message that is fit for a client. The generated model of a
 * valid input has its values.
 */
public final class RequestTarget {

    private static final byte[] NO_BODY = {};

    private static final Map<String, OperationInput> INPUTS = Contract.operation().operations().stream()
            .collect(Collectors.toMap(Contract.Operation::id, OperationInput::new));

    private static final Map<String, Class<?>> MODELS = Map.of(
            "CreateCase", CreateCaseRequest.class,
            "GetCase", GetCaseRequest.class,
            "UpdateCase", UpdateCaseRequest.class,
            "CreateRelatedItem", CreateRelatedItemRequest.class,
            "UpdateRelatedItem", UpdateRelatedItemRequest.class);

    private RequestTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        INPUTS.forEach((id, operation) -> {
            read(operation, input, name -> null, input)
                    .ifPresent(members ->
                            Optional.ofNullable(MODELS.get(id)).ifPresent(model -> requireSame(members, model)));
            read(operation, NO_BODY, name -> text, input);
        });
    }

    // Empty for an input that is refused or breaks a constraint.
    private static Optional<Map<String, Object>> read(
            OperationInput operation, byte[] body, UnaryOperator<@Nullable String> query, byte[] input) {
        try {
            return Optional.of(operation.read(body, query)).filter(operation::isValid);
        } catch (StrictJson.Malformed e) {
            ExpectedRefusals.requireFit(String.valueOf(e.getMessage()), input);
            return Optional.empty();
        }
    }

    private static void requireSame(Map<String, Object> members, Class<?> model) {
        JsonNode expected = Json.readOwn(WireJson.encode(members));
        JsonNode read = Json.readOwn(WireJson.encode(Models.of(members, model)));
        if (!read.equals(expected)) {
            throw new AssertionError("expected %s, got %s".formatted(expected, read));
        }
    }
}
