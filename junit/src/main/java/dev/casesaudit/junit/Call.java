package dev.casesaudit.junit;

import java.util.List;
import java.util.Optional;

/**
 * An SDK call: all requests with one invocation id. A request without one is a call of its own.
 *
 * @param caseId the case; empty if the path names none
 * @param attempts the first one first
 * @param succeeded whether the last attempt received a page
 * @param honouredRetryAfter whether the client waited as long as it was asked to; empty if it was not
 * @param retriedNonRetryable whether the client retried an error that is not retryable
 * @param findings what is wrong with its retries
 */
public record Call(
        Optional<String> invocationId,
        Optional<String> caseId,
        List<Attempt> attempts,
        boolean succeeded,
        Optional<Boolean> honouredRetryAfter,
        boolean retriedNonRetryable,
        List<String> findings) {

    static Call of(JsonObject report) {
        return new Call(
                report.text("invocationId"),
                report.text("caseId"),
                report.list("attempts", Attempt::of),
                report.isTrue("succeeded"),
                report.text("retryAfter").map("honoured"::equals),
                report.isTrue("retriedNonRetryable"),
                report.texts("findings"));
    }
}
