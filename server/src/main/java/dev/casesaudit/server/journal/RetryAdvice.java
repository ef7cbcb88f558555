package dev.casesaudit.server.journal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a response asks the client to retry.
 *
 * @param seconds from the header {@code Retry-After}
 * @param date from the same header
 * @param millis from the header {@code x-amz-retry-after}
 */
public record RetryAdvice(OptionalInt seconds, Optional<Instant> date, OptionalInt millis) {

    public static final RetryAdvice NONE = new RetryAdvice(OptionalInt.empty(), Optional.empty(), OptionalInt.empty());

    // AWS SDKs wait as the header says, but at most this much longer than without it.
    private static final Duration LONGEST_BY_AWS_HEADER = Duration.ofSeconds(5);

    /** Reads the two headers, each null if it is absent. */
    public static RetryAdvice read(@Nullable String retryAfter, @Nullable String awsRetryAfter) {
        return retryAfter == null && awsRetryAfter == null
                ? NONE
                : new RetryAdvice(number(retryAfter), date(retryAfter), number(awsRetryAfter));
    }

    private static OptionalInt number(@Nullable String text) {
        try {
            return text == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private static Optional<Instant> date(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the shortest wait that honours one of the forms, as not every client knows all of them. */
    Optional<Duration> shortestWait(Instant from) {
        return Stream.of(
                        seconds.stream().mapToObj(Duration::ofSeconds),
                        date.stream().map(moment -> Duration.between(from, moment)),
                        millis.stream().mapToObj(Duration::ofMillis).map(RetryAdvice::shorter))
                .flatMap(waits -> waits)
                .min(Duration::compareTo);
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(LONGEST_BY_AWS_HEADER) < 0 ? wait : LONGEST_BY_AWS_HEADER;
    }
}
