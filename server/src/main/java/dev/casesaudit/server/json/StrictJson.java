package dev.casesaudit.server.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
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

    private StrictJson() {}

    /** Creates a reader for objects without known members. Add these, and create it once. */
    public static <T> Reader<T> reader(Supplier<T> empty) {
        return new Reader<>(empty);
    }

    public static final class Reader<T> {

        private final Supplier<T> empty;
        private final Map<String, Member<T>> members = new HashMap<>();

        private Reader(Supplier<T> empty) {
            this.empty = empty;
        }

        /** Adds a member that is a string. */
        public Reader<T> text(String name, BiConsumer<T, String> setter) {
            members.put(
                    name,
                    new Member<>(JsonToken.VALUE_STRING, (object, value) -> setter.accept(object, value.getText())));
            return this;
        }

        /** Adds a member that is a number without a fraction or an exponent. */
        public Reader<T> wholeNumber(String name, BiConsumer<T, Integer> setter) {
            members.put(
                    name,
                    new Member<>(
                            JsonToken.VALUE_NUMBER_INT, (object, value) -> setter.accept(object, value.getIntValue())));
            return this;
        }

        /** Returns the names of the known members. */
        public Set<String> names() {
            return Collections.unmodifiableSet(members.keySet());
        }

        /**
         * Returns the body.
         *
         * @throws Malformed if the bytes are not exactly one JSON object of this type
         */
        public T read(byte[] body) {
            // From text: from bytes, Jackson would also read UTF-16 and UTF-32.
            try (JsonParser parser = JSON.createParser(text(body))) {
                JsonToken first = parser.nextToken();
                if (first != JsonToken.START_OBJECT) {
                    throw malformed("expected a JSON object, got " + describe(first));
                }
                T object = empty.get();
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    parser.nextToken();
                    read(object, name, parser);
                }
                if (parser.nextToken() != null) {
                    throw malformed(somethingElseAt(parser.currentTokenLocation()));
                }
                return object;
            } catch (StreamConstraintsException e) {
                throw malformed("it is nested too deeply");
            } catch (JacksonException e) {
                throw malformed(somethingElseAt(e.getLocation()));
            } catch (IOException e) {
                throw new IllegalStateException("reading from memory failed", e);
            }
        }

        private void read(T object, String name, JsonParser value) throws IOException {
            Member<T> member = members.get(name);
            if (member == null) {
                value.skipChildren();
                return;
            }
            if (value.hasToken(JsonToken.VALUE_NULL)) {
                return;
            }
            if (!value.hasToken(member.type())) {
                throw unexpected(name);
            }
            try {
                member.setter().set(object, value);
            } catch (JacksonException e) {
                // A string that does not end, or a number that does not fit.
                throw unexpected(name);
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

        private static Malformed unexpected(String name) {
            return malformed(String.format(Locale.ROOT, "unexpected value at '/%s'", name));
        }

        private static Malformed malformed(String reason) {
            return new Malformed("The request body is not well-formed: " + reason);
        }
    }

    private record Member<T>(JsonToken type, Setter<T> setter) {}

    @FunctionalInterface
    private interface Setter<T> {
        void set(T object, JsonParser value) throws IOException;
    }

    /** A body is malformed. The message is meant for the client. */
    public static final class Malformed extends RuntimeException {

        Malformed(String message) {
            super(message, null, false, false);
        }
    }
}
