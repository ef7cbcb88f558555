package dev.casesaudit.journey.reliability;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The measurements of one program, kept as {@code target/reliability/NAME.json}. */
final class Figures {

    private static final Path FOLDER = Path.of("target", "reliability");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final ObjectNode figures = JSON.createObjectNode();

    private Figures(String name) {
        this.name = name;
    }

    static Figures of(String name) {
        Figures figures = new Figures(name);
        figures.figures.put("form", Effort.isLong() ? "long" : "short").put("seed", Effort.seed());
        return figures;
    }

    Figures put(String what, long figure) {
        figures.put(what, figure);
        return this;
    }

    Figures put(String what, double figure) {
        figures.put(what, figure);
        return this;
    }

    void write() {
        try {
            Files.createDirectories(FOLDER);
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(FOLDER.resolve(name + ".json").toFile(), figures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
