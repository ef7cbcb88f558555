package dev.casesaudit.server.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML 1.2 as the equivalent JSON. Only this package knows the YAML library.
 *
 * <p>In YAML 1.2, {@code 2026-01-31T09:30:00Z}, {@code yes} and {@code 12:30} without quotes are strings, as they are
 * on the wire.
 */
public final class Yaml {

    static final String NAME = "YAML";

    // The limit of the library protects against untrusted input; these files belong to the operator.
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    private Yaml() {}

    /**
     * Returns the document as a tree; an empty document is a null node.
     *
     * @throws NotReadable if the text is not YAML, repeats a key, has a key that is not a string, or has more than one
     * document
     * @throws IOException if the input cannot be read
     */
    public static JsonNode read(InputStream input) throws IOException {
        List<JsonNode> read = new ArrayList<>();
        read(input, document -> read.add(document.tree()));
        return read.get(0);
    }

    /**
     * Reads a document in pieces.
     *
     * @throws NotReadable for the same reasons, after the pieces before the error
     * @throws IOException if the input cannot be read
     */
    public static void read(InputStream input, Document.Whole whole) throws IOException {
        readAll(input, new Document.Whole() {
            private boolean isRead;

            @Override
            public void read(Document document) throws IOException {
                if (isRead) {
                    throw new NotReadable(NAME, at(((YamlDocument) document).start(), "a second document"));
                }
                isRead = true;
                whole.read(document);
            }
        });
    }

    /**
     * Reads each document of a text in pieces; an empty text is one document, a null node.
     *
     * @throws NotReadable for the same reasons, after the pieces before the error
     * @throws IOException if the input cannot be read
     */
    public static void readAll(InputStream input, Document.Whole whole) throws IOException {
        try {
            StreamReader text = new StreamReader(SETTINGS, new RoomForOneMore(new Utf8File(input)));
            readAll(new Events(new ParserImpl(SETTINGS, new TabsBetweenTokens(SETTINGS, text))), whole);
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElseThrow(() -> e);
            throw new NotReadable(NAME, at(mark, String.valueOf(e.getProblem())));
        } catch (YamlEngineException e) {
            throw notReadable(e);
        }
    }

    private static void readAll(Iterator<Event> events, Document.Whole whole) throws IOException {
        // Each document is between a start and an end event, and all documents are between those of the stream.
        events.next();
        Event next = events.next();
        if (next instanceof StreamEndEvent) {
            Json.read(NullNode.getInstance(), whole);
        }
        while (!(next instanceof StreamEndEvent)) {
            whole.read(new YamlDocument(events));
            events.next();
            next = events.next();
        }
    }

    private static IOException notReadable(YamlEngineException e) {
        return e.getCause() instanceof IOException failed
                ? failed
                : new NotReadable(NAME, String.valueOf(e.getMessage()));
    }

    /** Describes what was found, and where. */
    static String at(Event event, String got) {
        return at(event.getStartMark().orElseThrow(), got);
    }

    private static String at(Mark mark, String got) {
        return NotReadable.at(mark.getLine() + 1, mark.getColumn() + 1, got);
    }

    // The library does not refuse an escape beyond the last Unicode character.
    private record Events(Iterator<Event> parsed) implements Iterator<Event> {
        @Override
        public boolean hasNext() {
            return parsed.hasNext();
        }

        @Override
        public Event next() {
            try {
                return parsed.next();
            } catch (IllegalArgumentException e) {
                throw new YamlEngineException("an escape beyond the last character of Unicode");
            }
        }
    }

    // The library fills its buffer completely, and fails if it then needs room for the second half of a surrogate pair.
    private static final class RoomForOneMore extends FilterReader {

        RoomForOneMore(Reader text) {
            super(text);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, length > 1 ? length - 1 : length);
        }
    }
}
