package dev.casesaudit.server.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What the build writes down of what the program is made of, where it is asked to: {@code -Psbom}. */
@EnabledIfSystemProperty(named = "sbom", matches = "true", disabledReason = "the profile sbom writes what is looked at")
class SbomIT {

    private static final Path LIBRARIES = Path.of("target", "quarkus-app", "lib");
    private static final Path SBOM = Path.of("target", "quarkus-run-cyclonedx.json");

    private static JsonNode sbom;

    @BeforeAll
    static void read() throws IOException {
        sbom = LocalClient.json(Files.readString(SBOM));
    }

    @Test
    void namesEachLibraryOfTheProgramAndItsHash() throws IOException {
        try (Stream<Path> files = Files.walk(LIBRARIES)) {
            List<String> jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();

            // A jar is GROUP.NAME-VERSION.jar there.
            assertThat(jars)
                    .isNotEmpty()
                    .allSatisfy(jar -> assertThat(components()).anySatisfy(component -> {
                        assertThat("%s.%s-%s.jar"
                                        .formatted(
                                                text(component, "group"),
                                                text(component, "name"),
                                                text(component, "version")))
                                .isEqualTo(jar);
                        assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
                        assertThat(component.path("hashes")).isNotEmpty();
                    }));
        }
    }

    // Of two builds of one commit only the time may differ, which the generator always writes.
    @Test
    void bearsNoNumberOfItsOwn() {
        assertThat(sbom.has("serialNumber")).isFalse();
    }

    private static List<JsonNode> components() {
        return StreamSupport.stream(sbom.path("components").spliterator(), false)
                .toList();
    }

    private static String text(JsonNode component, String member) {
        return component.path(member).asText();
    }
}
