package dev.casesaudit.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The members of each shape, as the contract has them. */
final class ContractShapes {

    private final ContractDocument contract;

    ContractShapes(ContractDocument contract) {
        this.contract = contract;
    }

    /** Returns the members of a shape; those of a union are its arms. */
    List<Member> members(String shape) {
        return bodyMembers(contract.schema(shape));
    }

    /** Returns the members of the input: those in the path, and those in the body. */
    List<Member> inputMembers() {
        ContractOperation operation = new ContractOperation(contract);
        JsonNode body = operation.request().requiredAt("/content/application~1json/schema");
        return Stream.concat(
                        operation.parameters().stream()
                                .map(parameter -> new Member(
                                        parameter.required("name").textValue(),
                                        parameter.required("in").textValue(),
                                        typeOf(parameter.required("schema")))),
                        bodyMembers(contract.resolve(body)).stream())
                .toList();
    }

    /** Returns what an error carries besides its name, its message and the id of the request. */
    List<Member> errorMembers(ContractError error) {
        Stream<Member> headers = error.headers().properties().stream()
                .filter(header -> !header.getKey().startsWith("x-amzn-"))
                .map(header -> new Member(
                        header.getKey(),
                        "header",
                        typeOf(contract.resolve(header.getValue()).required("schema"))));
        Stream<Member> body = bodyMembers(contract.resolve(error.bodySchema())).stream()
                .filter(member -> !member.name().equals("message"));
        return Stream.concat(headers, body).toList();
    }

    /** Returns the member that sets each arm of a union, by the name of the arm's class. */
    Map<String, String> arms(String union) {
        Map<String, String> arms = new LinkedHashMap<>();
        ContractDocument.names(contract.schema(union).required("properties"))
                .forEach(member ->
                        arms.put(member.substring(0, 1).toUpperCase(Locale.ROOT) + member.substring(1), member));
        return arms;
    }

    List<String> enumValues(String enumeration) {
        return ContractDocument.texts(contract.schema(enumeration).required("enum"));
    }

    List<Member> bodyMembers(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(entry -> new Member(entry.getKey(), "body", typeOf(entry.getValue())))
                .toList();
    }

    String typeOf(JsonNode schema) {
        if (schema.has("$ref")) {
            JsonNode target = contract.resolve(schema);
            String name = ContractDocument.referredName(schema);
            return target.has("anyOf") ? typeOf(target) : target.has("enum") ? "enum " + name : name;
        }
        if (schema.has("anyOf")) {
            return ContractDocument.stream(schema.get("anyOf").elements())
                    .map(this::typeOf)
                    .collect(Collectors.joining(" or "));
        }
        if (schema.has("items")) {
            return "list of " + typeOf(schema.get("items"));
        }
        if (schema.path("additionalProperties").isObject()) {
            return "map of strings";
        }
        String type = schema.required("type").textValue();
        return schema.has("format") ? type + " " + schema.get("format").textValue() : type;
    }
}
