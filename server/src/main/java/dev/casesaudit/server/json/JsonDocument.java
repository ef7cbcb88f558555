package dev.casesaudit.server.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/** A JSON text, or a tree, read piece by piece. */
final class JsonDocument implements Document {

    private static final ObjectReader TREES = new ObjectMapper().reader();

    private final JsonParser parser;

    /** A document whose first token is read. */
    JsonDocument(JsonParser parser) {
        this.parser = parser;
    }

    @Override
    public boolean isObject() {
        return parser.hasToken(JsonToken.START_OBJECT);
    }

    @Override
    public boolean isList() {
        return parser.hasToken(JsonToken.START_ARRAY);
    }

    @Override
    public JsonNode tree() throws IOException {
        JsonToken token = parser.currentToken();
        // What stands for an absent tree cannot be read as one.
        return token == null || token == JsonToken.NOT_AVAILABLE
                ? MissingNode.getInstance()
                : TREES.readTree(new Numbers(parser));
    }

    @Override
    public void members(Member member) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            member.read(name);
        }
    }

    @Override
    public void items(Item item) throws IOException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            item.read(i);
        }
    }

    /**
     * Reads numbers as doubles, since decimals have no zero below zero; but as decimals where they are beyond all doubles, so
     * that they are not taken for an Infinity that somebody wrote.
     */
    private static final class Numbers extends JsonParserDelegate {

        Numbers(JsonParser parser) {
            super(parser);
        }

        @Override
        public NumberTypeFP getNumberTypeFP() throws IOException {
            return !isNaN() && Double.isInfinite(getDoubleValue()) ? NumberTypeFP.BIG_DECIMAL : NumberTypeFP.DOUBLE64;
        }
    }
}
