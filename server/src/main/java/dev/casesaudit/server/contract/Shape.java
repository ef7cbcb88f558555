package dev.casesaudit.server.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a value of the contract may look like. The kinds are those the contract uses, no more. */
public sealed interface Shape {

    /**
     * A string.
     *
     * @param minLength in code points
     * @param maxLength in code points; {@link Integer#MAX_VALUE} where the contract sets none
     * @param values the enumeration; empty where any value is allowed
     * @param sensitive whether the value must not be logged
     */
    record Text(int minLength, int maxLength, Optional<Pattern> pattern, List<String> values, boolean sensitive)
            implements Shape {
        public Text {
            values = List.copyOf(values);
        }
    }

    /** An integer within bounds, both inclusive. */
    record WholeNumber(int min, int max) implements Shape {}

    /** A number above 0, up to a maximum. */
    record Amount(double max) implements Shape {}

    /** A double, or one of the strings for what JSON has no literal for. */
    record DoubleNumber() implements Shape {

        /** What JSON writes as strings. */
        public static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");
    }

    /** A boolean. */
    record Flag() implements Shape {}

    /** A point in time, as an ISO 8601 string. */
    record Timestamp() implements Shape {}

    /**
     * A list. Fixtures hold whole histories, so the contract's limit for a page is not a limit here.
     *
     * @param sparse whether it may hold null items
     */
    record ListOf(Shape item, boolean sparse) implements Shape {}

    /** An object with known members, in the contract's order. */
    record Structure(Map<String, Member> members) implements Shape {
        public Structure {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** A tagged union: exactly one arm is set. The arms stand in the contract's order. */
    record Union(Map<String, Shape> arms) implements Shape {
        public Union {
            arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
        }
    }

    /** A member of a structure. */
    record Member(Shape shape, boolean required) {}
}
