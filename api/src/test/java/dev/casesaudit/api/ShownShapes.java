package dev.casesaudit.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Which members of the schemas of a contract, and which listed values, its examples show. */
final class ShownShapes {

    private final ContractDocument contract;
    private final Set<String> shown = new TreeSet<>();

    ShownShapes(ContractDocument contract) {
        this.contract = contract;
    }

    /** Returns what the schemas of the contract have, such as {@code UserUnion.userArn} and {@code FieldType=Text}. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        contract.schemaNames().forEach(name -> {
            JsonNode schema = contract.schema(name);
            ContractDocument.names(schema.path("properties")).forEach(member -> all.add(name + "." + member));
            ContractDocument.texts(schema.path("enum")).forEach(value -> all.add(name + "=" + value));
        });
        return all;
    }

    Set<String> shown() {
        return shown;
    }

    /** Adds what a value shows of a schema. */
    void add(JsonNode schema, JsonNode value) {
        add(contract, "", schema, value);
    }

    private void add(ContractDocument document, String name, JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            add(document.owner(schema), ContractDocument.referredName(schema), document.resolve(schema), value);
            return;
        }
        if (schema.has("enum")) {
            shown.add(name + "=" + value.asText());
        }
        schema.path("properties").properties().stream()
                .filter(member -> value.has(member.getKey()))
                .forEach(member -> {
                    shown.add(name + "." + member.getKey());
                    add(document, "", member.getValue(), value.get(member.getKey()));
                });
        if (schema.has("items")) {
            value.forEach(item -> add(document, "", schema.get("items"), item));
        }
    }
}
