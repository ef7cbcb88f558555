package dev.casesaudit.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.casesaudit.server.json.Json;
import dev.casesaudit.server.json.NotReadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A body that its reader parses as a stream: a large one would not fit into memory as a tree. */
final class UnreadBody {

    private UnreadBody() {}

    static JsonNode of(InputStream text) {
        return JsonNodeFactory.instance.pojoNode(text);
    }

    /** Returns the text of a body. */
    static InputStream of(JsonNode body) {
        return (InputStream) ((POJONode) body).getPojo();
    }

    /** Returns the text of a body whose contract is a list. */
    static InputStream of(List<JsonNode> body) {
        return of(body.get(0));
    }

    /**
     * Reads a small body.
     *
     * @throws InvalidChange if it is not JSON
     */
    static JsonNode tree(InputStream text) {
        try {
            return Json.read(text);
        } catch (NotReadable e) {
            throw InvalidChange.at("", e.expected(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
