package dev.casesaudit.journey.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The kit's copy of the seeded world: files of another module, which no code of this one reads but in tests. */
final class WorldSnapshot {

    private static final Path FOLDER =
            Path.of("..", "conformance-tests", "src", "main", "resources", "dev", "casesaudit", "conformance", "world");
    private static final String EXTENSION = ".json";

    private WorldSnapshot() {}

    /** Returns a fixture document for each file, by the file's name without its ending. */
    static Map<String, JsonNode> read() throws IOException {
        Map<String, JsonNode> documents = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                documents.put(
                        name.substring(0, name.length() - EXTENSION.length()),
                        new ObjectMapper().readTree(file.toFile()));
            }
        }
        return documents;
    }

    static void write(Map<String, JsonNode> documents) throws IOException {
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, JsonNode> document : documents.entrySet()) {
            Files.writeString(FOLDER.resolve(document.getKey() + EXTENSION), text(document.getValue()));
        }
    }

    // One event a line, so that a difference shows the events that changed and no others.
    private static String text(JsonNode document) {
        List<String> cases = new ArrayList<>();
        document.path("cases").forEachEntry((id, content) -> {
            List<String> events = new ArrayList<>();
            content.path("auditEvents").forEach(event -> events.add(event.toString()));
            boolean hasEvents = !events.isEmpty();
            String body = hasEvents ? "{\"auditEvents\":[\n%s\n]}".formatted(String.join(",\n", events)) : "" + content;
            cases.add("%s:%s".formatted(TextNode.valueOf(id), body));
        });
        return "{\"domain\":%s,\"cases\":{\n%s\n}}\n".formatted(document.path("domain"), String.join(",\n", cases));
    }
}
