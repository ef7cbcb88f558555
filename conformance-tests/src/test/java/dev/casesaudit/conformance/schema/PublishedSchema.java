package dev.casesaudit.conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.casesaudit.conformance.input.Documents;
import dev.casesaudit.conformance.input.EditorSchema;
import dev.casesaudit.conformance.input.UnusableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A schema that is published in {@code docs/schemas}. After an intended change, {@code -Dschemas.update=true} writes it
 * again.
 */
final class PublishedSchema {

    private static final Path FOLDER = Path.of("..", "docs", "schemas");

    private final Schema schema;

    PublishedSchema(JsonNode schema) {
        this.schema = SchemaRegistry.withDialect(Dialects.getDraft7()).getSchema(schema);
    }

    static void assertPublished(EditorSchema schema, JsonNode made) throws IOException {
        Path file = FOLDER.resolve(schema.fileName());
        String text = new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(made)
                        .replace(System.lineSeparator(), "\n")
                + "\n";
        if (Boolean.getBoolean("schemas.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).as("%s; -Dschemas.update=true writes it again", file).isEqualTo(Files.readString(file));
    }

    boolean accepts(JsonNode document) {
        return schema.validate(document).isEmpty();
    }

    boolean accepts(Path file) throws UnusableInput {
        return accepts(Documents.yaml(file));
    }
}
