package dev.casesaudit.server.start;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.server.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * The file by which a script learns that the mock serves, and where: {@code {"endpoint": "http://localhost:8080",
 * "pid": 123}}, and {@code secureEndpoint} with TLS. It is there, whole, from then on until the mock ends.
 */
final class ReadyFile {

    private final Path file;

    ReadyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * Takes away what an earlier mock has left.
     *
     * @throws IOException if the file could not be written
     */
    void prepare() throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        Files.deleteIfExists(file);
        Files.delete(Files.writeString(part(), ""));
    }

    /** Returns the endpoint that a file names. */
    static URI endpoint(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode endpoint = Json.read(in).path("endpoint");
            URI uri = new URI(endpoint.asText()).parseServerAuthority();
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told like any other file that names no endpoint.
        }
        throw new IOException("it names no endpoint");
    }

    void write(Endpoints endpoints, long pid) throws IOException {
        String secure = endpoints
                .secure()
                .map(uri -> String.format(Locale.ROOT, ", \"secureEndpoint\": \"%s\"", uri))
                .orElse("");
        // Neither an address nor a name of a host has a character that JSON escapes.
        String json = String.format(
                Locale.ROOT, "{\"endpoint\": \"%s\"%s, \"pid\": %s}%n", endpoints.preferred(), secure, pid);
        Files.writeString(part(), json, StandardCharsets.US_ASCII);
        Files.move(part(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private Path part() {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }
}
