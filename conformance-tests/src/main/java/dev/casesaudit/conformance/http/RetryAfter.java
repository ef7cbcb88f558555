package dev.casesaudit.conformance.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/** The wait that a response asks for, in the headers of HTTP and AWS. */
final class RetryAfter {

    private RetryAfter() {}

    /** Returns the longest wait of all headers, or zero. */
    static Duration of(Reply.Response response) {
        return Stream.of(
                        response.header("retry-after").flatMap(RetryAfter::seconds),
                        response.header("retry-after").flatMap(RetryAfter::date).map(date -> until(date, response)),
                        response.header("x-amz-retry-after").flatMap(RetryAfter::millis))
                .flatMap(Optional::stream)
                .max(Duration::compareTo)
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    private static Optional<Duration> seconds(String value) {
        return Optional.of(value)
                .filter(text -> text.matches("\\d{1,9}(\\.\\d{1,9})?"))
                .map(text -> Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000)));
    }

    private static Optional<Duration> millis(String value) {
        return Optional.of(value)
                .filter(text -> text.matches("\\d{1,12}"))
                .map(text -> Duration.ofMillis(Long.parseLong(text)));
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    // By the clock of the target, if the response has a date.
    private static Duration until(Instant date, Reply.Response response) {
        return Duration.between(
                response.header("date").flatMap(RetryAfter::date).orElseGet(Instant::now), date);
    }
}
