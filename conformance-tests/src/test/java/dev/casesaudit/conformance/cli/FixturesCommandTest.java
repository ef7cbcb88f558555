package dev.casesaudit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.input.EditorSchema;
import dev.casesaudit.conformance.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixturesCommandTest {

    private final CommandRun shell = new CommandRun();

    @TempDir
    private Path temporary;

    @Test
    void writesFixtureFilesWithTheirSchema() throws IOException {
        Path folder = temporary.resolve("made/for/it");

        assertThat(run("--format", "fixtures", "--directory", folder.toString()))
                .isZero();

        assertThat(names(folder))
                .containsExactlyInAnyOrder("back-office.yaml", "contact-center.yaml", "fixtures.schema.json");
        assertThat(folder.resolve("fixtures.schema.json")).content().isEqualTo(EditorSchema.FIXTURES.text());
        for (String file : World.files()) {
            try (InputStream in = World.open(file)) {
                assertThat(folder.resolve(file.replace(".json", ".yaml")))
                        .content()
                        .isEqualTo("# yaml-language-server: $schema=fixtures.schema.json\n"
                                + new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(shell.out()).contains("-Dcases.fixtures=" + folder).doesNotContain("WireMock");
    }

    @Test
    void writesMappingsWhereTheMockDoesNotLookForFixtures() throws IOException {
        assertThat(run("--directory", temporary.toString())).isZero();

        assertThat(names(temporary)).contains("wiremock").hasSize(World.files().size() + 2);
        assertThat(names(temporary.resolve("wiremock"))).containsExactlyInAnyOrder("README.md", "__files", "mappings");
        assertThat(shell.out()).contains("--root-dir " + temporary.resolve("wiremock"));
    }

    @Test
    void overwritesNothingByDefault() throws IOException {
        Path mine = Files.writeString(temporary.resolve("contact-center.yaml"), "mine");

        assertThat(run("--format", "fixtures", "--directory", temporary.toString()))
                .isEqualTo(2);
        assertThat(mine).hasContent("mine");
        assertThat(names(temporary)).containsExactly("contact-center.yaml");
        assertThat(shell.err())
                .contains(mine + ": expected no file of that name, got one; use --force to overwrite it");

        assertThat(run("--format", "fixtures", "--directory", temporary.toString(), "--force"))
                .isZero();
        assertThat(mine).content().contains("{\"domain\":\"contact-center\"");
    }

    @Test
    void refusesAFileAsReportDirectory() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThat(run("--format", "fixtures", "--directory", file.toString())).isEqualTo(2);
        assertThat(shell.err()).contains(file + ": expected a folder that can be written to");
    }

    private int run(String... options) {
        return shell.run(
                Stream.concat(Stream.of("fixtures"), Stream.of(options)).toArray(String[]::new));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString()).toList();
        }
    }
}
