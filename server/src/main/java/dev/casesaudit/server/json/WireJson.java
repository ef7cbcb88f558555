package dev.casesaudit.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Writes JSON as restJson1 requires: times in ISO 8601, no null members, required lists even if empty. */
public final class WireJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            // Four-byte characters as UTF-8, not as two escapes.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private WireJson() {}

    /** Writes a generated model or a tree as JSON in UTF-8, in pieces. The stream stays open. */
    public static void write(Object value, OutputStream stream) throws IOException {
        Values.STREAMING.writeValue(stream, value);
    }

    /** Returns a generated model or a tree as JSON in UTF-8. */
    public static byte[] encode(Object value) {
        try {
            return Values.WRITER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a value of the contract: " + value.getClass(), e);
        }
    }

    /** Returns a generated model as JSON in UTF-8, with its members in the order of the contract. */
    public static byte[] encodeInOrder(Object value) {
        try {
            return Values.IN_ORDER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a value of the contract: " + value.getClass(), e);
        }
    }

    /** Returns an object whose members are strings as JSON in UTF-8. */
    public static byte[] encodeTexts(Map<String, String> members) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(written)) {
            json.writeStartObject();
            for (Map.Entry<String, String> member : members.entrySet()) {
                json.writeStringField(member.getKey(), member.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalArgumentException("no text: " + members.keySet(), e);
        }
        return written.toByteArray();
    }

    // Created with the first value that is more than texts, which no start writes: it takes a tenth of a second.
    private static final class Values {

        private static final ObjectWriter WRITER = mapper().build().writer();

        private static final ObjectWriter IN_ORDER = mapper().annotationIntrospector(new OrderOfTheContract())
                .build()
                .writer();

        private static JsonMapper.Builder mapper() {
            return JsonMapper.builder(JSON)
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
        }

        // Flushing is left to the stream, so that a short response has a content length.
        private static final ObjectWriter STREAMING = WRITER.without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** The order of the fields of a generated class. Otherwise required members, those of its constructor, come first. */
    private static final class OrderOfTheContract extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public String[] findSerializationPropertyOrder(AnnotatedClass type) {
            return StreamSupport.stream(type.fields().spliterator(), false)
                    .map(AnnotatedField::getName)
                    .toArray(String[]::new);
        }
    }
}
