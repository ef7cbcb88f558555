package dev.casesaudit.conformance.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Requirement;

/** Makes the JSON schema of known failures from the requirements. */
final class KnownFailuresSchema {

    private KnownFailuresSchema() {}

    static ObjectNode make(Catalogue catalogue) {
        ObjectNode schema = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "http://json-schema.org/draft-07/schema#")
                .put("title", "Known failures for the kit")
                .put("description", "Requirements that a target is known to break, each with a reason")
                .put("type", "array");
        ObjectNode entry = schema.putObject("items").put("type", "object").put("additionalProperties", false);
        entry.putArray("required").add("id").add("reason");
        ObjectNode id = entry.withObject("/properties/id")
                .put("description", "The id of a requirement, each once")
                .put("type", "string");
        ArrayNode values = id.putArray("enum");
        ArrayNode descriptions = id.putArray("enumDescriptions");
        for (Requirement requirement : catalogue.requirements()) {
            values.add(requirement.id());
            descriptions.add(requirement.statement());
        }
        entry.withObject("/properties/reason")
                .put("description", "Why the failure is excused, such as a ticket")
                .put("type", "string")
                .put("pattern", "\\S")
                .put(TargetProfileSchema.MESSAGE, "Expected a reason.");
        return schema;
    }
}
