package dev.casesaudit.conformance.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads and writes JSON by RFC 8259: one value, and nothing after it. */
public final class Json {

    // A rounded double could hide the number that was sent.
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonBounds.FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** Returns the value, or a missing node if the content is not exactly one JSON value. */
    public static JsonNode read(Content content) {
        return content.json(Json::read);
    }

    private static JsonNode read(byte[] bytes) {
        try {
            JsonNode value = MAPPER.readTree(bytes);
            return value == null ? MissingNode.getInstance() : value;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    public static JsonNode body(Exchange exchange) {
        return read(exchange.response().body());
    }

    /** Returns the problem of content that is not one JSON value, or an empty string. */
    public static String problem(Content content) {
        try {
            JsonNode value = MAPPER.readTree(content.bytes());
            return value == null || value.isMissingNode() ? "nothing" : "";
        } catch (JsonProcessingException e) {
            // The parser names its source, and quotes words of the text, which can be secret.
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

    public static String write(JsonNode value) {
        return value.toString();
    }
}
