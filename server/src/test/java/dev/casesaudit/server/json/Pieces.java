package dev.casesaudit.server.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads YAML in pieces that are as small as they can be, and puts them together again. */
public final class Pieces {

    private Pieces() {}

    /**
     * Returns the document.
     *
     * @throws NotReadable if it is none
     */
    public static JsonNode read(byte[] yaml) throws IOException {
        ArrayNode read = JsonNodeFactory.instance.arrayNode();
        Yaml.read(new ByteArrayInputStream(yaml), document -> read.add(read(document)));
        return read.path(0);
    }

    private static JsonNode read(Document document) throws IOException {
        if (document.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            document.members(name -> object.set(name, read(document)));
            return object;
        }
        if (document.isList()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            document.items(index -> list.add(read(document)));
            return list;
        }
        return document.tree();
    }
}
