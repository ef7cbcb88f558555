package dev.casesaudit.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The argument file of Java with which the mock starts from its archive without a second process that looks for it. The
 * mock writes it when it has made or found the archive.
 */
record ArchiveOptions(Path jar, Path file) {

    private static final String PROPERTY = "dev.casesaudit.archive.options";
    private static final String COMMENT = "# ";

    /** Returns those for this jar and this Java, which may not be there yet. */
    static ArchiveOptions of(Path jar) {
        String java = System.getProperty("java.home") + Runtime.version();
        return new ArchiveOptions(
                jar,
                jar.resolveSibling(
                        String.format(Locale.ROOT, "%s-%x%s", jar.getFileName(), java.hashCode(), MockJar.OPTIONS)));
    }

    /** Returns what has Java use the archive; where there is none, what has the mock write the file. */
    List<String> arguments() {
        return List.of(isThere() ? "@" + file : "-D" + PROPERTY + "=" + file);
    }

    // Java refuses the archive of a jar that was written again.
    boolean isThere() {
        try (Stream<String> lines = Files.lines(file)) {
            String archive = lines.findFirst().orElse("");
            return archive.startsWith(COMMENT)
                    && Files.isRegularFile(Path.of(archive.substring(COMMENT.length())))
                    && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
