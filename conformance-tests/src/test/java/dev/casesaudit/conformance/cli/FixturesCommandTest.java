package dev.casesaudit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FixturesCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path temporary;

    @Test
    void writesFixtureFilesThatAreTheKitsOwn() throws IOException {
        Path folder = temporary.resolve("made/for/it");

        assertThat(run("--format", "fixtures", "--directory", folder.toString()))
                .isZero();

        assertThat(names(folder)).containsExactlyInAnyOrderElementsOf(World.files());
        for (String file : World.files()) {
            try (InputStream in = World.open(file)) {
                assertThat(folder.resolve(file)).hasBinaryContent(in.readAllBytes());
            }
        }
        assertThat(out.toString()).contains("-Dcases.fixtures=" + folder).doesNotContain("WireMock");
    }

    @Test
    void writesMappingsWhereTheMockDoesNotLookForFixtures() throws IOException {
        assertThat(run("--directory", temporary.toString())).isZero();

        assertThat(names(temporary)).contains("wiremock").hasSize(World.files().size() + 1);
        assertThat(names(temporary.resolve("wiremock"))).containsExactlyInAnyOrder("README.md", "__files", "mappings");
        assertThat(out.toString()).contains("--root-dir " + temporary.resolve("wiremock"));
    }

    @Test
    void overwritesNothingUnlessTold() throws IOException {
        Path mine = Files.writeString(temporary.resolve("contact-center.json"), "mine");

        assertThat(run("--format", "fixtures", "--directory", temporary.toString()))
                .isEqualTo(2);
        assertThat(mine).hasContent("mine");
        assertThat(names(temporary)).containsExactly("contact-center.json");
        assertThat(err.toString()).contains(mine + " exists; choose another --directory, or overwrite with --force");

        assertThat(run("--format", "fixtures", "--directory", temporary.toString(), "--force"))
                .isZero();
        assertThat(mine).content().startsWith("{\"domain\":\"contact-center\"");
    }

    @Test
    void saysWhatIsWrongWithAFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThat(run("--directory", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(file + " is a file; --directory takes a folder");
    }

    private int run(String... arguments) {
        return new CommandLine(new FixturesCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString()).toList();
        }
    }
}
