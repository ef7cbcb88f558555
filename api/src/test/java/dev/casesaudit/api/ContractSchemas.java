package dev.casesaudit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaLocation.Fragment;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Objects;

/** The schemas of the contract. The only class that knows the validator library. */
final class ContractSchemas {

    private static final String PLACE = "contract:/";

    private final Schema document;

    ContractSchemas(ContractDocument contract) {
        // The whole document, unresolved, in OpenAPI's own dialect: it asserts date-time, and nullable means something.
        document = SchemaRegistry.withDialect(
                        Dialects.getOpenApi30(),
                        registry -> registry.schemas(location -> location.startsWith(PLACE)
                                ? ContractDocument.read(location.substring(PLACE.length()))
                                        .root()
                                        .toString()
                                : null))
                .getSchema(SchemaLocation.of(PLACE + contract.file()), contract.root());
    }

    List<Violation> violations(String schemaName, JsonNode instance) {
        return violationsAt("/components/schemas/" + schemaName, instance);
    }

    /** Returns how the instance breaks the schema at a JSON pointer into the contract. */
    List<Violation> violationsAt(String schemaPointer, JsonNode instance) {
        return document.getRefSchema(Fragment.of(schemaPointer)).validate(instance).stream()
                .map(error -> new Violation(
                        error.getInstanceLocation().toString(),
                        error.getKeyword(),
                        Objects.requireNonNullElse(error.getProperty(), ""),
                        error.getMessage()))
                .toList();
    }

    /**
     * One constraint that an instance breaks.
     *
     * @param pointer where in the instance, as a JSON pointer
     * @param property the member that is missing or not allowed there, or empty
     */
    record Violation(String pointer, String keyword, String property, String message) {}
}
