package dev.casesaudit.conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.input.EditorSchema;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.run.KnownFailuresReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFailuresSchemaTest {

    private final Catalogue catalogue = Catalogue.read();
    private final PublishedSchema schema = new PublishedSchema(KnownFailuresSchema.make(catalogue));

    @TempDir
    private Path folder;

    @Test
    void isPublishedWithTheRequirementsOfThisBuild() throws IOException {
        PublishedSchema.assertPublished(EditorSchema.KNOWN_FAILURES, KnownFailuresSchema.make(catalogue));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "- {id: request-content-type-other, reason: ticket 4711}",
                "- {id: request-content-type-othr, reason: typing}",
                "- {id: request-content-type-other}",
                "- {id: request-content-type-other, reason: ' '}",
                "- {id: request-content-type-other, reason: ''}",
                "- {id: request-content-type-other, reason: 4711}",
                "- {id: request-content-type-other, reason: null}",
                "- {id: request-content-type-other, reason: r, since: 2024}",
                "- {reason: no id}",
                "- text",
                "- null",
                "- []",
                "request-content-type-other: because",
                "request-content-type-other",
                "null"
            })
    void agreesWithTheReader(String content) throws IOException, UnusableInput {
        Path file = Files.writeString(folder.resolve("known.yaml"), content);

        assertThat(schema.accepts(file)).isEqualTo(reads(file));
    }

    @Test
    void leavesAnIdThatIsListedTwiceToTheReader() throws IOException, UnusableInput {
        Path file = Files.writeString(folder.resolve("known.yaml"), """
                - {id: request-content-type-other, reason: once}
                - {id: request-content-type-other, reason: twice}
                """);

        assertThat(schema.accepts(file)).isTrue();
        assertThat(reads(file)).isFalse();
    }

    private boolean reads(Path file) {
        try {
            new KnownFailuresReader(catalogue).read(file);
            return true;
        } catch (UnusableInput e) {
            return false;
        }
    }
}
