package dev.casesaudit.server.error;

import dev.casesaudit.server.contract.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * When a client should retry, in the forms in which an error can say so.
 *
 * @param seconds the header {@code Retry-After} in seconds
 * @param dateSeconds the same header as a date, this many seconds after the response
 * @param millis the header {@code x-amz-retry-after}, in milliseconds
 */
public record RetryAfter(OptionalInt seconds, OptionalInt dateSeconds, OptionalInt millis) {

    public static final String HEADER = "retry-after";

    /** Read by the retry mode that AWS SDKs have from 2026 on. */
    public static final String AWS_HEADER = "x-amz-retry-after";

    public static final RetryAfter NONE = new RetryAfter(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    private static final Duration LAST_OF_A_SECOND = Duration.ofNanos(999_999_999);

    /**
     * Checks that no header has two values.
     *
     * @throws IllegalArgumentException for two values of one header
     */
    public RetryAfter {
        if (seconds.isPresent() && dateSeconds.isPresent()) {
            throw new IllegalArgumentException("expected seconds or a date, got both");
        }
    }

    public static RetryAfter ofSeconds(int seconds) {
        return new RetryAfter(OptionalInt.of(seconds), OptionalInt.empty(), OptionalInt.empty());
    }

    /** Returns the headers of a response that is sent now. */
    Map<String, String> headers(Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        seconds.ifPresent(number -> headers.put(HEADER, String.valueOf(number)));
        dateSeconds.ifPresent(number -> headers.put(HEADER, date(now.plusSeconds(number))));
        millis.ifPresent(number -> headers.put(AWS_HEADER, String.valueOf(number)));
        return headers;
    }

    // Rounded up: HTTP dates have whole seconds, and a client must not come too early.
    private static String date(Instant moment) {
        return HttpDate.of(moment.plus(LAST_OF_A_SECOND));
    }
}
