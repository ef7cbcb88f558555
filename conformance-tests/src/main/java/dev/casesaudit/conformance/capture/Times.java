package dev.casesaudit.conformance.capture;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happens to the times of events. All times of a capture are shifted alike, so their order and distances stay. */
public sealed interface Times {

    String EXPECTED = "keep, shift=TIME such as shift=2026-01-01 or shift=2026-01-01T09:00:00Z,"
            + " or shift=DURATION such as shift=-90d or shift=12h";

    /** Times as they are. */
    record Kept() implements Times {}

    /** Times moved by a duration. */
    record MovedBy(Duration distance) implements Times {}

    /** Times moved so that the first event has this time. */
    record StartingAt(Instant start) implements Times {}

    /** Returns how far the times of events move whose first one has this time. */
    default Duration distance(Instant first) {
        if (this instanceof MovedBy moved) {
            return moved.distance();
        }
        return this instanceof StartingAt starting ? Duration.between(first, starting.start()) : Duration.ZERO;
    }

    /** Parses an option, {@link #EXPECTED}. */
    static Optional<Times> parse(String text) {
        if (text.equals("keep")) {
            return Optional.of(new Kept());
        }
        return text.startsWith("shift=") ? shift(text.substring("shift=".length())) : Optional.empty();
    }

    private static Optional<Times> shift(String text) {
        Matcher duration = Pattern.compile("([+-]?)(\\d{1,7})(ms|s|m|h|d)").matcher(text);
        if (duration.matches()) {
            long amount = Long.parseLong(duration.group(1) + duration.group(2));
            return Optional.of(new MovedBy(
                    switch (duration.group(3)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    }));
        }
        try {
            return Optional.of(new StartingAt(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads the time of an event, if its year has four digits. Digits beyond nanoseconds are cut. */
    static Optional<Instant> ofEvent(String text) {
        try {
            return inYears(OffsetDateTime.parse(text.replaceFirst("(\\.\\d{9})\\d+", "$1"))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns a time whose year has four digits, as fixtures require. */
    static Optional<Instant> inYears(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return Optional.of(time).filter(one -> year >= 1 && year <= 9999);
    }
}
