package dev.casesaudit.junit;

import java.time.Instant;
import java.util.Optional;

/**
 * How long a response asked the client to wait.
 *
 * @param seconds of the header {@code Retry-After}
 * @param date of the header {@code Retry-After}
 * @param milliseconds of the header {@code x-amz-retry-after}
 */
public record RetryAfter(Optional<Integer> seconds, Optional<Instant> date, Optional<Integer> milliseconds) {

    static Optional<RetryAfter> of(JsonObject response) {
        RetryAfter advice = new RetryAfter(
                response.number("retryAfterSeconds"),
                response.time("retryAfterDate"),
                response.number("retryAfterMilliseconds"));
        return advice.equals(new RetryAfter(Optional.empty(), Optional.empty(), Optional.empty()))
                ? Optional.empty()
                : Optional.of(advice);
    }
}
