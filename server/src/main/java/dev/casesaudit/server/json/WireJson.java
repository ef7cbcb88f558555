package dev.casesaudit.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;

/** Writes JSON as restJson1 requires: times in ISO 8601, no null members, required lists even if empty. */
public final class WireJson {

    private static final ObjectWriter WRITER = JsonMapper.builder(JsonFactory.builder()
                    // Four-byte characters as UTF-8, not as two escapes.
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build()
            .writer();

    // Flushing is left to the stream, so that a short response has a content length.
    private static final ObjectWriter STREAMING = WRITER.without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private WireJson() {}

    /** Writes a generated model or a tree as JSON in UTF-8, in pieces. The stream stays open. */
    public static void write(Object value, OutputStream stream) throws IOException {
        STREAMING.writeValue(stream, value);
    }

    /** Returns a generated model or a tree as JSON in UTF-8. */
    public static byte[] encode(Object value) {
        try {
            return WRITER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a value of the contract: " + value.getClass(), e);
        }
    }
}
