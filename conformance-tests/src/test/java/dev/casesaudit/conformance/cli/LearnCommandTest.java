package dev.casesaudit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.casesaudit.conformance.input.Documents;
import dev.casesaudit.conformance.input.EditorSchema;
import dev.casesaudit.conformance.input.Yaml;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.stub.WritableService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnCommandTest {

    private static final Kit KIT = Kit.packaged();

    private final CommandRun shell = new CommandRun().with(() -> KIT);

    @TempDir
    private Path folder;

    private int learn(WritableService service) throws IOException {
        try (StubServer stub = new StubServer(service)) {
            String profile = """
                    endpoint: ENDPOINT
                    domain: stub-domain
                    cases: {some-events: some-events}
                    writes:
                      domain: stub-domain
                      template: stub-template
                      text-field: text
                      number-field: number
                      fields: {title: A case}
                      event-timeout: 50ms
                    """.replace("ENDPOINT", stub.endpoint().toString());
            Path file = Files.writeString(folder.resolve("stub.yaml"), profile);
            String[] args = {"learn", "--writes", "--profile", file.toString(), "--out", out().toString()};
            return shell.run(args);
        }
    }

    private Path out() {
        return folder.resolve("recording.yaml");
    }

    @Test
    void writesDownWhatWasSeenAndLeavesTheRestToTheMock() throws Exception {
        WritableService service = new WritableService();

        assertThat(learn(service)).isZero();

        String text = Files.readString(out());
        JsonNode rules = Yaml.parse(text);
        assertThat(SchemaRegistry.withDialect(Dialects.getDraft7())
                        .getSchema(Documents.packaged(EditorSchema.class, "/schemas/recording.schema.json"))
                        .validate(rules))
                .isEmpty();
        assertThat(rules.at("/UpdateCase/fields/is").asText()).isEqualTo("given");
        assertThat(rules.at("/UpdateCase/noChange/is").asText()).isEqualTo("recorded");
        assertThat(rules.at("/CreateRelatedItem/fields/is").asText()).isEqualTo("none");
        assertThat(rules.at("/CreateCase/replay/basis").asText()).isEqualTo("observed");
        // The stub has no UpdateRelatedItem.
        assertThat(rules.at("/UpdateRelatedItem/event/basis").asText()).isEqualTo("our choice");
        assertThat(text)
                .contains(
                        "# UpdateCase that clears a field: refused with 400 ValidationException",
                        "# UpdateRelatedItem, Comment: refused with 404 UnknownOperationException");
        assertThat(folder.resolve("recording.schema.json")).content().isEqualTo(EditorSchema.RECORDING.text());
        assertThat(service.caseIds()).isEmpty();
    }

    @Test
    void writesNothingWhereTheTargetCreatesNoCase() throws IOException {
        WritableService denying = new WritableService() {
            @Override
            protected ObjectNode perform(String operation, String caseId, StubRequest request) {
                throw new StubError(403, "AccessDeniedException", "You do not have access");
            }
        };

        assertThat(learn(denying)).isEqualTo(3);

        assertThat(out()).doesNotExist();
        assertThat(shell.err())
                .contains("conformance-kit: nothing was learned: CreateCase: refused with 403 AccessDeniedException");
    }

    @Test
    void keepsAnExistingFile() throws IOException {
        Files.writeString(out(), "mine");

        assertThat(learn(new WritableService())).isEqualTo(2);

        assertThat(out()).hasContent("mine");
        assertThat(shell.err()).contains("--out: expected a file that does not exist, or --force");
    }

    @Test
    void editsNothingWithoutTheOption() {
        assertThat(shell.run("learn", "--endpoint", "http://localhost:1", "--out", out().toString()))
                .isEqualTo(2);

        assertThat(shell.err()).contains("Missing required option: '--writes'");
    }
}
