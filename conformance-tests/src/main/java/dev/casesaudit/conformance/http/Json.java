package dev.casesaudit.conformance.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads and writes JSON as RFC 8259 has it: one value, nothing after it. */
public final class Json {

    // Numbers stay as they were written: a double that was rounded could hide what came.
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonBounds.FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** Returns the value, or a missing node where the content is not exactly one JSON value. */
    public static JsonNode read(Content content) {
        try {
            JsonNode value = MAPPER.readTree(content.bytes());
            return value == null ? MissingNode.getInstance() : value;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** The same for the body of an answer. */
    public static JsonNode body(Exchange exchange) {
        return read(exchange.answer().body());
    }

    /** Returns what is wrong with content that is not one JSON value, or an empty string. */
    public static String problem(Content content) {
        try {
            JsonNode value = MAPPER.readTree(content.bytes());
            return value == null || value.isMissingNode() ? "nothing" : "";
        } catch (JsonProcessingException e) {
            // Where something began is told in the parser's own words for a source that it does not know.
            // And a word of the text itself could be one that must not be shown.
            return e.getOriginalMessage()
                    .replaceAll(" \\(start marker at .*", "")
                    .replaceAll("(?s)Unrecognized token '.*", "a word that is no JSON");
        } catch (IOException e) {
            return "not UTF-8";
        }
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Returns the same as text, for a request. */
    public static String write(JsonNode value) {
        return value.toString();
    }
}
