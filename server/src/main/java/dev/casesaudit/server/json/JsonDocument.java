package dev.casesaudit.server.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;

/** A JSON text or a tree, read in pieces. */
final class JsonDocument implements Document {

    private static final ObjectReader TREES = new ObjectMapper().reader();

    private final JsonParser parser;
    private final Meter meter;

    /** @param parser is at the first token */
    JsonDocument(JsonParser parser, Meter meter) {
        this.parser = parser;
        this.meter = meter;
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
        // An absent tree cannot be read.
        if (token == null || token == JsonToken.NOT_AVAILABLE) {
            return MissingNode.getInstance();
        }
        Tree tree = new Tree(parser, meter);
        tree.count(token);
        return TREES.readTree(tree);
    }

    @Override
    public void members(Member member) throws IOException {
        // The parser keeps the names, to find repeated ones.
        long names = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            long size = Tree.memoryOf(name.length());
            meter.take(size);
            names += size;
            parser.nextToken();
            member.read(name);
        }
        meter.take(-names);
    }

    @Override
    public void items(Item item) throws IOException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            item.read(i);
        }
    }

    /**
     * Counts the memory of a tree. Reads numbers as doubles, because decimals have no negative zero; numbers beyond the
     * range of doubles as decimals, so that they differ from a literal Infinity.
     */
    private static final class Tree extends JsonParserDelegate {

        // The memory of an object with one member, the largest that a token can create, and of each character.
        private static final int TOKEN = 200;
        private static final int CHARACTER = 2;

        private final Meter meter;

        Tree(JsonParser parser, Meter meter) {
            super(parser);
            this.meter = meter;
        }

        @Override
        public JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            if (token != null && !token.isStructEnd()) {
                count(token);
            }
            return token;
        }

        void count(JsonToken token) throws IOException {
            boolean isText = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
            meter.take(memoryOf(isText ? getTextLength() : 0));
        }

        static long memoryOf(int length) {
            return TOKEN + CHARACTER * (long) length;
        }

        @Override
        public NumberTypeFP getNumberTypeFP() throws IOException {
            return !isNaN() && Double.isInfinite(getDoubleValue()) ? NumberTypeFP.BIG_DECIMAL : NumberTypeFP.DOUBLE64;
        }

        @Override
        public BigDecimal getDecimalValue() throws IOException {
            try {
                return super.getDecimalValue();
            } catch (NumberFormatException e) {
                // No exception of the library for what it reads: its exponent has more than ten digits.
                JsonLocation place = currentTokenLocation();
                throw new NotReadable(
                        "JSON", NotReadable.at(place.getLineNr(), place.getColumnNr(), "a number that is too large"));
            }
        }
    }
}
