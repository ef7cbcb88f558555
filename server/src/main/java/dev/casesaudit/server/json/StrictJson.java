package dev.casesaudit.server.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads request bodies as restJson1 requires: nothing is coerced, nothing follows the object, null members count as
 * absent, unknown ones are ignored. Jackson's defaults are more lenient.
 */
public final class StrictJson {

    private static final JsonMapper MAPPER = mapper();

    private StrictJson() {}

    /** Creates a reader for one type. Create it once. */
    public static <T> Reader<T> reader(Class<T> type) {
        return new Reader<>(MAPPER.readerFor(type));
    }

    private static JsonMapper mapper() {
        // The size of the body limits every length, but not the depth.
        StreamReadConstraints lengths = StreamReadConstraints.builder()
                .maxNumberLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .build();
        JsonMapper.Builder builder = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(lengths).build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP));
        for (LogicalType scalar : new LogicalType[] {LogicalType.Integer, LogicalType.Textual}) {
            builder.withCoercionConfig(scalar, config -> {
                for (CoercionInputShape shape : CoercionInputShape.values()) {
                    if (!(scalar == LogicalType.Integer && shape == CoercionInputShape.Integer)
                            && !(scalar == LogicalType.Textual && shape == CoercionInputShape.String)) {
                        config.setCoercion(shape, CoercionAction.Fail);
                    }
                }
            });
        }
        return builder.build();
    }

    public static final class Reader<T> {

        private final ObjectReader reader;

        private Reader(ObjectReader reader) {
            this.reader = reader;
        }

        /**
         * Returns the body.
         *
         * @throws Malformed if the bytes are not exactly one JSON object of this type
         */
        public T read(byte[] body) {
            // From text: from bytes, Jackson would also read UTF-16 and UTF-32.
            try (JsonParser parser = reader.createParser(text(body))) {
                JsonToken first = parser.nextToken();
                if (first != JsonToken.START_OBJECT) {
                    throw malformed("expected a JSON object, got " + describe(first));
                }
                return reader.readValue(parser);
            } catch (StreamConstraintsException e) {
                throw malformed("it is nested too deeply");
            } catch (JsonMappingException e) {
                throw malformed(
                        e.getPath().isEmpty()
                                ? whereIn(e)
                                : String.format(Locale.ROOT, "unexpected value at '%s'", pointer(e)));
            } catch (JacksonException e) {
                throw malformed(whereIn(e));
            } catch (IOException e) {
                throw new IllegalStateException("reading from memory failed", e);
            }
        }

        private static String text(byte[] body) {
            try {
                return Utf8.decode(body);
            } catch (IllegalArgumentException e) {
                throw malformed("the bytes are not UTF-8");
            }
        }

        private static String describe(@Nullable JsonToken first) {
            if (first == null) {
                return "white space only";
            }
            return switch (first) {
                case START_ARRAY -> "an array";
                case VALUE_NULL -> "null";
                case VALUE_STRING -> "a string";
                case VALUE_TRUE, VALUE_FALSE -> "a boolean";
                default -> "a number";
            };
        }

        private static String pointer(JsonMappingException e) {
            return e.getPath().stream()
                    .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                    .collect(Collectors.joining());
        }

        // The messages of the library name its classes and settings, so they are not repeated.
        private static String whereIn(JacksonException e) {
            JsonLocation place = e.getLocation();
            return place == null
                    ? "expected JSON"
                    : String.format(
                            Locale.ROOT,
                            "expected JSON, got something else at line %d, column %d",
                            place.getLineNr(),
                            place.getColumnNr());
        }

        private static Malformed malformed(String reason) {
            return new Malformed("The request body is not well-formed: " + reason);
        }
    }

    /** A body is malformed. The message is meant for the client. */
    public static final class Malformed extends RuntimeException {

        Malformed(String message) {
            super(message, null, false, false);
        }
    }
}
