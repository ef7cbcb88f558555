package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the Markdown documents of the project as their readers do. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules", "golden");

    private static final int WIDTH = 120;
    private static final int LONG = 200;

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^(#+) +(.+)$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern TABLE_OR_LINK = Pattern.compile(" *\\|.*| *(?:[-*] )?\\S+");
    private static final Pattern NAMED = Pattern.compile("\\bdocs/[\\w/-]+\\.md");

    static List<Path> documents() throws IOException {
        return files("md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyRelativeLinkLeadsSomewhere(Path document) throws IOException {
        String text = CODE.matcher(prose(document)).replaceAll("");

        assertThat(LINK.matcher(text).results().map(link -> link.group(1)))
                .filteredOn(link -> !link.matches("[a-z]+:.*"))
                .allSatisfy(link -> {
                    String[] parts = link.split("#", 2);
                    Path target = document.resolveSibling(parts[0]).normalize();
                    assertThat(parts[0].isEmpty() ? document : target).exists();
                    if (parts.length > 1) {
                        assertThat(anchors(parts[0].isEmpty() ? document : target))
                                .contains(parts[1]);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void noLineButTablesAndLinksIsWiderThan120Columns(Path document) throws IOException {
        List<String> lines = Files.readAllLines(document);

        assertThat(IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).codePointCount(0, lines.get(i).length()) > WIDTH)
                        .filter(i -> !TABLE_OR_LINK.matcher(lines.get(i)).matches())
                        .mapToObj(i -> "line " + (i + 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPageHasOneTitleAndALongOneItsContents(Path document) throws IOException {
        String text = prose(document);

        assertThat(HEADING.matcher(text).results().map(heading -> heading.group(1)))
                .containsOnlyOnce("#");
        if (Files.readAllLines(document).size() > LONG) {
            assertThat(text).containsPattern("\n- \\[[^]]+]\\(#");
        }
    }

    @Test
    void theReadMeIsReadInTwoMinutes() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void everyDocumentThatIsNamedElsewhereIsThere() throws IOException {
        List<String> named = new ArrayList<>();
        for (Path file : files("md", "java", "xml", "yaml", "yml", "properties", "toml", "mjs")) {
            NAMED.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(named::add);
        }

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(ROOT.resolve(name)).exists());
    }

    // As GitHub makes them of headings.
    private static List<String> anchors(Path document) throws IOException {
        return HEADING.matcher(prose(document))
                .results()
                .map(heading -> heading.group(2).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .toList();
    }

    private static String prose(Path document) throws IOException {
        return CODE_BLOCK.matcher(Files.readString(document)).replaceAll("");
    }

    private static List<Path> files(String... endings) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Stream.of(endings).anyMatch(ending -> file.toString().endsWith("." + ending))) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
