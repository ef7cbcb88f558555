package dev.casesaudit.journey.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A fenced block of a document. */
record Block(Path page, int line, String language, String text) {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern FENCE = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /** All blocks of README.md, CONTRIBUTING.md and docs. */
    static List<Block> all() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .flatMap(Block::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Block> in(String language) {
        return all().stream().filter(block -> block.language.equals(language)).toList();
    }

    private static Stream<Block> of(Path page) {
        try {
            String text = Files.readString(page);
            return FENCE.matcher(text)
                    .results()
                    .map(fence -> new Block(
                            ROOT.relativize(page),
                            (int) text.substring(0, fence.start()).lines().count() + 1,
                            fence.group(1),
                            fence.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commands of a shell block, each with its continuation lines, without comments. */
    List<String> commands() {
        return text.replace("\\\n", " ")
                .lines()
                .map(command -> command.replaceAll("(^|\\s+)# .*", ""))
                .filter(command -> !command.isBlank())
                .toList();
    }

    @Override
    public String toString() {
        return page + ":" + line;
    }
}
