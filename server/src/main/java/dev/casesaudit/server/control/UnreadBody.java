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

/** A body that is handed on as it arrives: as a tree, a large one has no room. */
final class UnreadBody {

    private UnreadBody() {}

    static JsonNode of(InputStream text) {
        return JsonNodeFactory.instance.pojoNode(text);
    }

    /** The text of a body. */
    static InputStream of(JsonNode body) {
        return (InputStream) ((POJONode) body).getPojo();
    }

    /** The text of a body that is a list by its contract. */
    static InputStream of(List<JsonNode> body) {
        return of(body.get(0));
    }

    /**
     * Reads a body that is small.
     *
     * @throws InvalidChange if it is no JSON
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
