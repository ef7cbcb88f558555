package dev.casesaudit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.input.EditorSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileCommandsTest {

    private final CommandRun shell = new CommandRun();

    @TempDir
    private Path folder;

    @Test
    void writesAProfileToFillIn() {
        Path file = folder.resolve("target.yaml");

        assertThat(shell.run("init", file.toString())).isZero();
        assertThat(file).content().contains("some-events: \"<case id>\"", "not-offered:");
        assertThat(shell.out()).contains("run --profile " + file);
    }

    @Test
    void writesTheSchemaThatAProfileNames() throws IOException {
        Path schema = Files.writeString(folder.resolve("target-profile.schema.json"), "of an earlier version");

        assertThat(shell.run("init", folder.resolve("mine.yaml").toString())).isZero();

        assertThat(folder.resolve("mine.yaml"))
                .content()
                .startsWith("# yaml-language-server: $schema=target-profile.schema.json\n# A target profile");
        assertThat(schema).content().isEqualTo(EditorSchema.TARGET_PROFILE.text());
        assertThat(shell.out()).contains("target-profile.schema.json for editors");
    }

    @ParameterizedTest
    @CsvSource({"fixtures, domain", "target-profile, not-offered", "known-failures, reason"})
    void printsTheSchemaOfAKindOfFile(String kind, String member) {
        assertThat(shell.run("schema", kind)).isZero();
        assertThat(shell.out())
                .startsWith("{")
                .contains("draft-07", "\"" + member + "\"")
                .endsWith("}\n");
    }

    @Test
    void listsTheKindsOfFilesThatHaveASchema() {
        assertThat(shell.run("schema", "fixture")).isEqualTo(2);
        assertThat(shell.err())
                .contains(
                        "expected one of fixtures, target-profile, known-failures, recording, got 'fixture'; did you mean 'fixtures'?");
    }

    @Test
    void overwritesAFileOnlyWithForce() throws IOException {
        Path file = Files.writeString(folder.resolve("target.yaml"), "precious");

        assertThat(shell.run("init", file.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("expected no file of that name, got one; use --force to overwrite it");
        assertThat(file).hasContent("precious");
        assertThat(shell.run("init", "--force", file.toString())).isZero();
        assertThat(file).content().doesNotContain("precious");
    }

    @Test
    void saysWhereAProfileCannotBeWritten() {
        assertThat(shell.run("init", folder.resolve("no/such/folder").toString()))
                .isEqualTo(2);
    }

    @Test
    void findsTwoProfilesTheSame() throws IOException {
        Path a = profile("a.json", "\"order\": {\"question\": \"Which order?\", \"answer\": \"newest first\"}");
        Path b = profile("b.json", "\"order\": {\"question\": \"Which order?\", \"answer\": \"newest first\"}");

        assertThat(shell.run("compare", a.toString(), b.toString())).isZero();
        assertThat(shell.out()).endsWith("1 the same, 0 different" + System.lineSeparator());
    }

    @Test
    void showsWhereTwoProfilesDiffer() throws IOException {
        Path a = profile("a.json", """
                "order": {"question": "Which order?", "answer": "newest first"},
                "same": {"question": "Same?", "answer": "yes"},
                "old": {"question": "Old?", "answer": "yes"}""");
        Path b = profile("b.json", """
                "same": {"question": "Same?", "answer": "yes"},
                "order": {"question": "Which order?", "answer": "none"},
                "new": {"question": "New?", "answer": "yes"}""");

        assertThat(shell.run("compare", a.toString(), b.toString())).isEqualTo(1);
        assertThat(shell.out()).isEqualToNormalizingNewlines("""
                A  a.json, http://localhost, contract abc
                B  b.json, http://localhost, contract abc

                order: Which order?
                  A  newest first
                  B  none

                old: Old?
                  A  yes
                  B  (not asked)

                new: New?
                  A  (not asked)
                  B  yes

                1 the same, 3 different
                """);
    }

    @Test
    void refusesAMalformedObservationReport() throws IOException {
        Path a =
                Files.writeString(folder.resolve("a.json"), "{\"format\": 2, \"target\": \"t\", \"observations\": []}");

        assertThat(shell.run("compare", a.toString(), a.toString())).isEqualTo(2);
        assertThat(shell.err().replace(a.toString(), "A")).isEqualToNormalizingNewlines("""
                conformance-kit: the observation report 'A' cannot be used, for 4 reasons:
                  A: /format: expected 1, got 2
                  A: /endpoint: expected the URL of the endpoint, got nothing
                  A: /contract: expected the hash of the contract, got nothing
                  A: /observations: expected an object, got a list of 0 items
                """);
    }

    @Test
    void refusesAFileThatIsNotJson() throws IOException {
        Path a = Files.writeString(folder.resolve("a.json"), "{\"format\": 1");

        assertThat(shell.run("compare", a.toString(), a.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("a.json: line 1, column", "expected JSON, got something else");
    }

    private Path profile(String name, String observations) throws IOException {
        return Files.writeString(folder.resolve(name), """
                {"format": 1, "target": "%s", "endpoint": "http://localhost", "contract": "abc",
                 "observations": {%s}}""".formatted(name, observations));
    }
}
