package dev.casesaudit.server.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads request bodies as restJson1 requires: nothing is coerced, nothing follows the object, null members count as
 * absent, unknown ones are ignored. Member by member, since a mapper that finds out a class's members by reflection takes
 * a tenth of a second at each start.
 */
public final class StrictJson {

    // The size of the body limits every length, but not the depth.
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private StrictJson() {}

    /**
     * Returns the known members of a body: a String, Integer, Long, Double, Boolean, List or Map each.
     *
     * @throws Malformed if the bytes are not exactly one JSON object of this kind
     */
    public static Map<String, Object> read(byte[] body, Structure kind) {
        // From text: from bytes, Jackson would also read UTF-16 and UTF-32.
        try (JsonParser parser = JSON.createParser(text(body))) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw malformed("expected a JSON object, got " + describe(first));
            }
            Map<String, Object> members = structure(parser, kind.members(), "");
            if (parser.nextToken() != null) {
                throw malformed(somethingElseAt(parser.currentTokenLocation()));
            }
            return members;
        } catch (StreamConstraintsException e) {
            throw malformed("it is nested too deeply");
        } catch (JacksonException e) {
            throw malformed(somethingElseAt(e.getLocation()));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    /**
     * Reads a number in a query string.
     *
     * @param name of the parameter
     * @throws Malformed if the text is no whole number of 32 bits
     */
    public static int wholeNumber(String name, String text) {
        try {
            // Integer.parseInt accepts a plus sign and the digits of other scripts.
            if (text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
                return Integer.parseInt(text);
            }
        } catch (NumberFormatException e) {
            // Refused below, as any other text.
        }
        throw new Malformed(
                String.format(Locale.ROOT, "The query is not well-formed: unexpected value at '/%s'", name));
    }

    private static Map<String, Object> structure(JsonParser parser, Map<String, Kind> members, String pointer)
            throws IOException {
        Map<String, Object> read = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            Kind kind = members.get(name);
            if (kind == null) {
                parser.skipChildren();
            } else if (!parser.hasToken(JsonToken.VALUE_NULL)) {
                read.put(name, value(parser, kind, pointer, name));
            }
        }
        return read;
    }

    private static Object value(JsonParser parser, Kind kind, String parent, Object name) throws IOException {
        if (kind instanceof Simple simple) {
            return simple(parser, simple, parent, name);
        }
        String pointer = pointer(parent, name);
        if (!parser.hasToken(kind instanceof ListOf ? JsonToken.START_ARRAY : JsonToken.START_OBJECT)) {
            throw unexpected(parent, name);
        }
        if (kind instanceof ListOf list) {
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser, list.item(), pointer, items.size()));
            }
            return items;
        } else if (kind instanceof MapOf map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                parser.nextToken();
                entries.put(key, value(parser, map.value(), pointer, key));
            }
            return entries;
        } else if (kind instanceof Union union) {
            Map<String, Object> arms = structure(parser, union.arms(), pointer);
            if (arms.size() != 1) {
                throw unexpected(parent, name);
            }
            return arms;
        }
        return structure(parser, ((Structure) kind).members(), pointer);
    }

    private static Object simple(JsonParser parser, Simple kind, String parent, Object name) {
        Object value;
        try {
            value = simple(parser, kind);
        } catch (IOException e) {
            // A string that does not end, or a number that does not fit.
            throw unexpected(parent, name);
        }
        if (value == null) {
            throw unexpected(parent, name);
        }
        return value;
    }

    // Returns null for a value of another kind.
    private static @Nullable Object simple(JsonParser parser, Simple kind) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (kind) {
            case TEXT -> token == JsonToken.VALUE_STRING ? parser.getText() : null;
            case WHOLE_NUMBER -> token == JsonToken.VALUE_NUMBER_INT ? (Object) parser.getIntValue() : null;
            case LONG_NUMBER -> token == JsonToken.VALUE_NUMBER_INT ? (Object) parser.getLongValue() : null;
            case FLAG -> token.isBoolean() ? (Object) (token == JsonToken.VALUE_TRUE) : null;
            case DOUBLE -> doubleNumber(parser, token);
        };
    }

    private static @Nullable Double doubleNumber(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return NOT_FINITE.contains(parser.getText()) ? Double.valueOf(parser.getText()) : null;
        }
        return token.isNumeric() && Double.isFinite(parser.getDoubleValue()) ? parser.getDoubleValue() : null;
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

    // The messages of the library name its classes and settings, so they are not repeated.
    private static String somethingElseAt(@Nullable JsonLocation place) {
        return place == null
                ? "expected JSON"
                : String.format(
                        Locale.ROOT,
                        "expected JSON, got something else at line %d, column %d",
                        place.getLineNr(),
                        place.getColumnNr());
    }

    private static String pointer(String parent, Object name) {
        return parent + '/' + name;
    }

    private static Malformed unexpected(String parent, Object name) {
        return malformed(String.format(Locale.ROOT, "unexpected value at '%s'", pointer(parent, name)));
    }

    private static Malformed malformed(String reason) {
        return new Malformed("The request body is not well-formed: " + reason);
    }

    /** The kind of a value, which JSON must have as it is. */
    public sealed interface Kind {}

    /** A value without parts. */
    public enum Simple implements Kind {
        TEXT,
        /** 32 bits, without a fraction or an exponent. */
        WHOLE_NUMBER,
        /** 64 bits, without a fraction or an exponent. */
        LONG_NUMBER,
        /** A number, or a string for one that JSON has no literal for. */
        DOUBLE,
        FLAG
    }

    /** A list without null items. */
    public record ListOf(Kind item) implements Kind {}

    /** An object whose members are entries, none of them null. */
    public record MapOf(Kind value) implements Kind {}

    /** An object with known members. */
    public record Structure(Map<String, Kind> members) implements Kind {
        public Structure {
            members = Map.copyOf(members);
        }
    }

    /** An object of which exactly one known member is set. */
    public record Union(Map<String, Kind> arms) implements Kind {
        public Union {
            arms = Map.copyOf(arms);
        }
    }

    /** A body is malformed. The message is meant for the client. */
    public static final class Malformed extends RuntimeException {

        Malformed(String message) {
            super(message, null, false, false);
        }
    }
}
