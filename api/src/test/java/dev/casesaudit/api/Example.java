package dev.casesaudit.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One example of the contract, and the place that shows it.
 *
 * @param schemaPointer where in the contract the schema stands that this place gives
 */
record Example(String name, String schemaPointer, JsonNode value) {

    static List<Example> all(ContractDocument contract) {
        List<Example> found = new ArrayList<>();
        collect(contract, "", contract.root(), found);
        return List.copyOf(found);
    }

    private static void collect(ContractDocument contract, String pointer, JsonNode node, List<Example> found) {
        String schema = node.has("schema") ? pointer + "/schema" : pointer;
        if (node.has("example")) {
            found.add(new Example(pointer, schema, node.get("example")));
        }
        node.path("examples").properties().forEach(entry -> {
            JsonNode value = contract.resolve(entry.getValue()).required("value");
            found.add(new Example(entry.getKey(), schema, value));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(contract, pointer + "/" + i, node.get(i), found);
        }
        node.properties().stream()
                // An example is data, and components/examples is shown by reference only.
                .filter(entry -> !entry.getKey().startsWith("example"))
                .forEach(entry -> collect(contract, pointer + "/" + escaped(entry.getKey()), entry.getValue(), found));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
