package dev.casesaudit.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A tagged union.
 *
 * @param name of its schema
 * @param arms the names of its members, one of which is set
 */
public record Union(String name, List<String> arms) {

    static final String MARK = "x-tagged-union";

    public Union {
        arms = List.copyOf(arms);
    }

    // minProperties and maxProperties do not mark a union: they also count null members and __type.
    static boolean is(JsonNode schema) {
        return schema.path(MARK).asBoolean();
    }

    static List<String> arms(JsonNode schema) {
        List<String> arms = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(arms::add);
        return arms;
    }
}
