package dev.casesaudit.server.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The shape of a value in the contract: as many kinds as the contract uses. */
public sealed interface Shape {

    /**
     * A string.
     *
     * @param minLength in code points
     * @param maxLength in code points; {@link Integer#MAX_VALUE} without a limit
     * @param values the enumeration; empty where any value is valid
     * @param sensitive whether the value must not be logged
     */
    record Text(int minLength, int maxLength, Optional<Pattern> pattern, List<String> values, boolean sensitive)
            implements Shape {
        public Text {
            values = List.copyOf(values);
        }
    }

    /** An integer between two inclusive bounds. */
    record WholeNumber(int min, int max) implements Shape {}

    /** An integer of 64 bits between two inclusive bounds. */
    record LongNumber(long min, long max) implements Shape {}

    /** A number above 0, up to an inclusive maximum. */
    record Amount(double max) implements Shape {}

    /** A double, or a string for a value that JSON has no literal for. */
    record DoubleNumber() implements Shape {

        /** The doubles that JSON carries as strings. */
        public static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");
    }

    record Flag() implements Shape {}

    /** A point in time as an ISO 8601 string. */
    record Timestamp() implements Shape {}

    /**
     * A list. Its limits apply to requests only: fixtures hold whole histories, which are longer than a page.
     *
     * @param sparse whether it may hold null items
     */
    record ListOf(Shape item, boolean sparse, int minItems, int maxItems) implements Shape {
        public ListOf(Shape item, boolean sparse) {
            this(item, sparse, 0, Integer.MAX_VALUE);
        }
    }

    /** A map from texts to values of one shape. */
    record MapOf(Text key, Shape value, int maxEntries) implements Shape {}

    /** An object with known members, in the order of the contract. */
    record Structure(Map<String, Member> members) implements Shape {
        public Structure {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** A tagged union: exactly one arm is set. The arms have the order of the contract. */
    record Union(Map<String, Shape> arms) implements Shape {
        public Union {
            arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
        }
    }

    record Member(Shape shape, boolean required) {}
}
