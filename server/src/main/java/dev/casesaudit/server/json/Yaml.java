package dev.casesaudit.server.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 as the JSON tree it stands for; JSON is YAML too. The only class that knows the YAML library.
 *
 * <p>In YAML 1.2 a plain {@code 2026-01-31T09:30:00Z}, {@code yes} or {@code 12:30} is a string, as it is on the wire.
 */
public final class Yaml {

    private static final ObjectMapper TREES = new ObjectMapper();

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            // The library's own limit, 3 MB, is meant for untrusted input; fixtures are the operator's.
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    private Yaml() {}

    /**
     * Returns the document; an empty one is a null node.
     *
     * @throws NotYaml if the text is not YAML, holds a key twice, or more than one document
     * @throws IOException if the input cannot be read
     */
    public static JsonNode read(InputStream input) throws IOException {
        byte[] text = input.readAllBytes();
        try {
            return TREES.valueToTree(new Load(SETTINGS).loadFromReader(new RoomForOneMore(Utf8.decode(text))));
        } catch (MarkedYamlEngineException e) {
            throw new NotYaml(
                    e.getProblemMark()
                            .map(mark -> "line %d, column %d: ".formatted(mark.getLine() + 1, mark.getColumn() + 1))
                            .orElse(""),
                    String.valueOf(e.getProblem()));
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new NotYaml("", String.valueOf(e.getMessage()));
        }
    }

    // The library fills its buffer to the brim, and fails where it then needs a place for the rest of a surrogate pair.
    private static final class RoomForOneMore extends FilterReader {

        RoomForOneMore(String text) {
            super(new StringReader(text));
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, length > 1 ? length - 1 : length);
        }
    }

    /** The text is not a YAML document. */
    public static final class NotYaml extends IOException {

        private final String place;

        NotYaml(String place, String problem) {
            super(problem);
            this.place = place;
        }

        /** Line and column, followed by a colon and a space; empty where unknown. */
        public String place() {
            return place;
        }
    }
}
