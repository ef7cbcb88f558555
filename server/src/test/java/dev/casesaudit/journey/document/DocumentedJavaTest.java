package dev.casesaudit.journey.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentedJavaTest {

    private static final Path HERE = Path.of("src", "test", "java", "dev", "casesaudit", "journey", "document");
    private static final Path JUNIT = Block.ROOT.resolve("junit");

    // The libraries of Quarkus for tests are no part of this build.
    private static final String NOT_RUN = "QuarkusTestResourceLifecycleManager";

    @Test
    void theTestsRunEveryBlockInJavaOfTheDocuments() throws IOException {
        String run = squeezed(Files.readString(HERE.resolve("DocumentedCallIT.java")))
                + squeezedFiles(JUNIT.resolve("src").resolve("test"), ".java")
                + squeezedFiles(JUNIT.resolve("sample").resolve("src"), ".java");

        assertThat(Block.in("java"))
                .hasSizeGreaterThan(6)
                .filteredOn(block -> !block.text().contains(NOT_RUN))
                .allSatisfy(block -> assertThat(run).as(block.toString()).contains(squeezed(block.text())));
    }

    @Test
    void theSampleProjectHasEveryBlockInXml() throws IOException {
        String sample = squeezed(Files.readString(JUNIT.resolve("sample").resolve("pom.xml")));

        assertThat(Block.in("xml"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(sample).as(block.toString()).contains(squeezed(block.text())));
    }

    private static String squeezedFiles(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            StringBuilder texts = new StringBuilder();
            for (Path file : found) {
                texts.append(squeezed(Files.readString(file)));
            }
            return texts.toString();
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
