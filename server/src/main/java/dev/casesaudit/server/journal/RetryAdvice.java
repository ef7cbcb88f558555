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
 * What an answer says about when to try again.
 *
 * @param seconds of the header {@code Retry-After}
 * @param date of the same header
 * @param millis of the header {@code x-amz-retry-after}
 */
public record RetryAdvice(OptionalInt seconds, Optional<Instant> date, OptionalInt millis) {

    /** It says nothing. */
    public static final RetryAdvice NONE = new RetryAdvice(OptionalInt.empty(), Optional.empty(), OptionalInt.empty());

    // AWS SDKs wait as long as the header says, but at most so much longer than they would have waited without it.
    private static final Duration LONGEST_BY_AWS_HEADER = Duration.ofSeconds(5);

    /** Reads both headers, null where there is none. */
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

    /** How long a client waits that heeds one of its forms; not all clients know each of them. */
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
