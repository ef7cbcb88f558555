package dev.casesaudit.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A tagged union of the contract.
 *
 * @param name of its schema
 * @param arms the names of its members, one of which is set
 */
public record Union(String name, List<String> arms) {

    public Union {
        arms = List.copyOf(arms);
    }

    /** Whether a schema, in which references are followed, is a union; the other {@code oneOf} is the double. */
    static boolean is(JsonNode schema) {
        return schema.has("oneOf") && !arms(schema).isEmpty();
    }

    static List<String> arms(JsonNode schema) {
        return StreamSupport.stream(schema.path("oneOf").spliterator(), false)
                .map(arm -> arm.at("/required/0").asText())
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
