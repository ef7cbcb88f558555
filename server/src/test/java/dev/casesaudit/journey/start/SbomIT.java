package dev.casesaudit.journey.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.reliability.LocalClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The software bill of materials of the build, with {@code -Psbom}. */
@EnabledIfSystemProperty(named = "sbom", matches = "true", disabledReason = "the profile sbom writes what is looked at")
class SbomIT {

    private static final Path PROGRAM = Path.of("target", "quarkus-app");
    private static final Path SBOM = Path.of("target", "quarkus-run-cyclonedx.json");

    private static JsonNode sbom;

    @BeforeAll
    static void read() throws IOException {
        sbom = LocalClient.json(Files.readString(SBOM));
    }

    @Test
    void namesEachFileOfTheProgramAndItsHash() throws IOException {
        Map<String, String> named = new TreeMap<>();
        for (JsonNode component : components()) {
            for (JsonNode occurrence : component.path("evidence").path("occurrences")) {
                named.put(text(occurrence, "location"), sha256(component));
            }
        }

        assertThat(named).isEqualTo(filesOfTheProgram()).containsKey("quarkus-run.jar");
        assertThat(named.keySet())
                .anyMatch(location -> location.startsWith("app/"))
                .anyMatch(location -> location.startsWith("lib/"))
                .anyMatch(location -> location.startsWith("quarkus/"));
    }

    @Test
    void namesEachLibraryByItsPublishedName() {
        assertThat(components())
                .filteredOn(component -> location(component).startsWith("lib/"))
                .isNotEmpty()
                .allSatisfy(component -> {
                    String group = text(component, "group");
                    String name = text(component, "name");
                    String version = text(component, "version");
                    assertThat(location(component)).endsWith("/%s.%s-%s.jar".formatted(group, name, version));
                    assertThat(text(component, "purl"))
                            .startsWith("pkg:maven/%s/%s@%s".formatted(group, name, version));
                });
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

    private static Map<String, String> filesOfTheProgram() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(PROGRAM).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                hashes.put(PROGRAM.relativize(file).toString().replace('\\', '/'), sha256(file));
            }
        }
        return hashes;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String sha256(JsonNode component) {
        return StreamSupport.stream(component.path("hashes").spliterator(), false)
                .filter(hash -> text(hash, "alg").equals("SHA-256"))
                .map(hash -> text(hash, "content"))
                .collect(Collectors.joining());
    }

    private static String location(JsonNode component) {
        return text(component.path("evidence").path("occurrences").path(0), "location");
    }

    private static String text(JsonNode component, String member) {
        return component.path(member).asText();
    }
}
