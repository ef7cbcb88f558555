package dev.casesaudit.journey.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.reliability.LocalClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The software bill of materials of the build, with {@code -Psbom}. */
@EnabledIfSystemProperty(named = "sbom", matches = "true", disabledReason = "the profile sbom writes what is looked at")
class SbomIT {

    private static final Path SBOM = Path.of("target", "cases-audit-mock-cyclonedx.json");
    private static final Pattern PROPERTY = Pattern.compile("(groupId|artifactId|version)=(\\S+)");

    private static JsonNode sbom;

    @BeforeAll
    static void read() throws IOException {
        sbom = LocalClient.json(Files.readString(SBOM));
    }

    @Test
    void namesTheProgramByItsHash() throws IOException {
        assertThat(sha256(sbom.path("metadata").path("component"))).isEqualTo(sha256(PackagedMock.JAR));
    }

    @Test
    void namesEachLibraryInTheProgramByItsPublishedName() throws IOException {
        Set<String> named = StreamSupport.stream(sbom.path("components").spliterator(), false)
                .filter(component -> !sha256(component).isEmpty())
                .map(component -> text(component, "purl").replaceFirst("\\?.*", ""))
                .collect(Collectors.toSet());

        assertThat(librariesInTheProgram())
                .hasSizeGreaterThan(50)
                .allSatisfy(library -> assertThat(named).contains(library));
    }

    // Of two builds of one commit only the time may differ, which the generator always writes.
    @Test
    void bearsNoNumberOfItsOwn() {
        assertThat(sbom.has("serialNumber")).isFalse();
    }

    // Each brings a file with its coordinates.
    private static List<String> librariesInTheProgram() throws IOException {
        List<String> libraries = new ArrayList<>();
        try (ZipFile program = new ZipFile(PackagedMock.JAR.toFile())) {
            for (ZipEntry entry : Collections.list(program.entries())) {
                if (entry.getName().matches("META-INF/maven/.*/pom[.]properties")) {
                    String properties =
                            new String(program.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    Map<String, String> coordinates = PROPERTY.matcher(properties)
                            .results()
                            .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
                    libraries.add("pkg:maven/%s/%s@%s"
                            .formatted(
                                    coordinates.get("groupId"),
                                    coordinates.get("artifactId"),
                                    coordinates.get("version")));
                }
            }
        }
        return libraries;
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

    private static String text(JsonNode component, String member) {
        return component.path(member).asText();
    }
}
