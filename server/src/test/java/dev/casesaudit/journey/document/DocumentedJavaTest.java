package dev.casesaudit.journey.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentedJavaTest {

    private static final Path HERE = Path.of("src", "test", "java", "dev", "casesaudit", "journey", "document");

    @Test
    void theTestsRunEveryBlockInJavaOfTheDocuments() throws IOException {
        String run = squeezed(Files.readString(HERE.resolve("RecipesIT.java"))
                + Files.readString(HERE.resolve("Mock.java"))
                + Files.readString(HERE.resolve("DocumentedCallIT.java")));

        assertThat(Block.in("java"))
                .hasSizeGreaterThan(6)
                .allSatisfy(block -> assertThat(run).as(block.toString()).contains(squeezed(block.text())));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
