package dev.casesaudit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a report with its golden file. After an intended change, {@code -Dgolden.update=true} writes the files
 * again. Review the difference.
 */
final class Golden {

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private Golden() {}

    static void assertSame(String name, String text) {
        // Surefire sets basedir to the directory of the module.
        Path file = Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "golden", name);
        try {
            if (UPDATE) {
                Files.createDirectories(file.getParent());
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            }
            assertThat(text)
                    .as("%s; -Dgolden.update=true writes it again", name)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read or written".formatted(file), e);
        }
    }
}
