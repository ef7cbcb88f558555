package dev.casesaudit.journey.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RecipesTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path HERE = Path.of("src", "test", "java", "dev", "casesaudit", "journey", "recipe");

    @Test
    void theTestsRunEveryRecipeInJavaOfTheDocument() throws IOException {
        String run = squeezed(
                Files.readString(HERE.resolve("RecipesIT.java")) + Files.readString(HERE.resolve("Mock.java")));

        assertThat(JAVA.matcher(Files.readString(Path.of("..", "docs", "recipes.md")))
                        .results())
                .hasSizeGreaterThan(5)
                .allSatisfy(recipe -> assertThat(run).contains(squeezed(recipe.group(1))));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
