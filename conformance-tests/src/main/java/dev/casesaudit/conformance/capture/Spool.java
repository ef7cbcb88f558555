package dev.casesaudit.conformance.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The events and comments of a capture in a file beside the fixture, a line each. The fixture begins with facts that
 * only the end of the capture shows, and a history can be larger than the memory.
 */
final class Spool implements Closeable {

    private final Path file;
    private final BufferedWriter writer;

    Spool(Path beside) throws IOException {
        file = temporary(beside);
        writer = Files.newBufferedWriter(file);
    }

    /** Creates a hidden file beside another that only its owner can read, and that a killed process does not leave. */
    static Path temporary(Path beside) throws IOException {
        Path folder = beside.toAbsolutePath().getParent();
        Path file = Files.createTempFile(folder, "." + beside.getFileName() + ".", ".part");
        file.toFile().deleteOnExit();
        return file;
    }

    void event(JsonNode event) throws IOException {
        line(YamlText.of(event));
    }

    void comment(String text) throws IOException {
        line("# " + YamlText.comment(text));
    }

    private void line(String text) throws IOException {
        writer.write(text);
        writer.write('\n');
    }

    BufferedReader read() throws IOException {
        writer.flush();
        return Files.newBufferedReader(file);
    }

    @Override
    public void close() throws IOException {
        try (writer) {
            Files.deleteIfExists(file);
        }
    }
}
