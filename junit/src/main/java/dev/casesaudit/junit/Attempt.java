package dev.casesaudit.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt of an SDK call.
 *
 * @param number of the request in the journal
 * @param at when it arrived
 * @param gap after the end of the attempt before; empty for the first one
 * @param status of the response; 0 if there was none
 * @param error the name of the error that it received
 * @param fault the behaviour that changed the response
 * @param retryAfter how long the client was asked to wait
 * @param duration until the end of the response; empty while it is under way
 */
public record Attempt(
        long number,
        Instant at,
        Optional<Duration> gap,
        int status,
        Optional<String> error,
        Optional<String> fault,
        Optional<RetryAfter> retryAfter,
        Optional<Duration> duration) {

    static Attempt of(JsonObject report) {
        return new Attempt(
                report.count("number"),
                report.time("at").orElse(Instant.EPOCH),
                report.milliseconds("gapMilliseconds"),
                report.count("status"),
                report.text("error"),
                report.text("fault"),
                RetryAfter.of(report),
                report.milliseconds("milliseconds"));
    }
}
