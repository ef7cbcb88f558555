package dev.casesaudit.server.config;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the value of one setting.
 *
 * @param range of a number, a duration or a size, or of the length of a text
 * @param text the valid texts
 */
record ValueCheck(Class<?> type, Optional<Bounds> range, Optional<Text> text) {

    /** A range. Each bound is as an operator writes it, or empty. */
    record Bounds(String least, String above, String most) {
        static Bounds of(Range range) {
            return new Bounds(range.least(), range.above(), range.most());
        }

        @Override
        public String toString() {
            if (!above.isEmpty()) {
                return "more than " + above + (most.isEmpty() ? "" : ", at most " + most);
            }
            return least + (most.isEmpty() ? " or more" : " to " + most);
        }
    }

    /** Describes a valid value of this type. */
    String expected() {
        if (type == int.class || type == long.class || type == OptionalInt.class) {
            return "a whole number";
        } else if (type == double.class) {
            return "a number";
        } else if (type == Duration.class) {
            return "a time such as 500ms, 30s or 2m";
        } else if (type == MemorySize.class) {
            return "a size such as 64K or 1M";
        } else if (type == boolean.class) {
            return "true or false";
        } else if (type == Instant.class) {
            return "a time such as 2026-12-31T00:00:00Z";
        } else if (type.isEnum()) {
            return constants().collect(Collectors.joining(", ", "one of ", ""));
        }
        return "another value";
    }

    /** Returns the problem of a value, such as {@code expected 1K to 10M, got 20M}; empty if it is valid. */
    Optional<String> problem(String value) {
        if (type == String.class || type == List.class) {
            return textProblem(value);
        } else if (type == boolean.class || type.isEnum() || type == Instant.class) {
            return isOneOfFew(value.strip()) ? Optional.empty() : refused(expected(), shown(value));
        }
        try {
            BigDecimal number = number(value.strip());
            return range.filter(limits -> !isWithin(limits, number))
                    .flatMap(limits -> refused(limits.toString(), shown(value)));
        } catch (IllegalArgumentException e) {
            return refused(expected(), shown(value));
        }
    }

    private Optional<String> textProblem(String value) {
        int length = value.getBytes(StandardCharsets.UTF_8).length;
        if (range.filter(limits -> length < Integer.parseInt(limits.least())).isPresent()) {
            return refused(
                    String.format(Locale.ROOT, "at least %s bytes", range.get().least()), Integer.toString(length));
        }
        return text.flatMap(kind -> items(value)
                .filter(item -> !item.matches(kind.pattern()))
                .findFirst()
                .flatMap(item -> refused(kind.words(), kind.isShown() ? shown(item) : measured(item))));
    }

    private Stream<String> items(String value) {
        return type == List.class ? Stream.of(value.split(",", -1)).map(String::strip) : Stream.of(value);
    }

    private boolean isOneOfFew(String value) {
        if (type == Instant.class) {
            try {
                Instant.parse(value);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
        // The library reads any other text as false.
        return type == boolean.class
                ? value.equals("true") || value.equals("false")
                : constants().anyMatch(value.toLowerCase(Locale.ROOT)::equals);
    }

    private Stream<String> constants() {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT));
    }

    // Numbers are whole, durations in nanoseconds, sizes in bytes.
    private BigDecimal number(String value) {
        // The number parsers of Java also accept the digits of other scripts.
        if (value.isEmpty() || !value.chars().allMatch(c -> c < 128)) {
            throw new IllegalArgumentException(value);
        } else if (type == Duration.class) {
            Duration time = new DurationConverter().convert(value);
            return BigDecimal.valueOf(time.getSeconds()).movePointRight(9).add(BigDecimal.valueOf(time.getNano()));
        } else if (type == MemorySize.class) {
            return new BigDecimal(new MemorySizeConverter().convert(value).asBigInteger());
        } else if (type == double.class) {
            return BigDecimal.valueOf(Double.parseDouble(value));
        }
        return BigDecimal.valueOf(type == long.class ? Long.parseLong(value) : Integer.parseInt(value));
    }

    private boolean isWithin(Bounds limits, BigDecimal number) {
        return (limits.least().isEmpty() || number.compareTo(number(limits.least())) >= 0)
                && (limits.above().isEmpty() || number.compareTo(number(limits.above())) > 0)
                && (limits.most().isEmpty() || number.compareTo(number(limits.most())) <= 0);
    }

    private static Optional<String> refused(String expected, String got) {
        return Optional.of(String.format(Locale.ROOT, "expected %s, got %s", expected, got));
    }

    // Quoted where its ends would not be visible.
    static String shown(String value) {
        return value.matches("[!-~]+") ? value : String.format(Locale.ROOT, "'%s'", value);
    }

    private static String measured(String value) {
        return String.format(Locale.ROOT, "another text of %d characters", value.codePointCount(0, value.length()));
    }
}
