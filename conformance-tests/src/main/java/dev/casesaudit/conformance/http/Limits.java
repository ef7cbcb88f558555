package dev.casesaudit.conformance.http;

import java.time.Duration;

/**
 * What a run may cost its target, and this machine.
 *
 * @param rate requests a second at most; 0 for as fast as it answers
 * @param maxRequests requests at most, retries among them
 * @param requestTimeout how long one response may take
 * @param runTimeout how long all of it may take
 * @param answer how much of one response is read
 */
public record Limits(double rate, int maxRequests, Duration requestTimeout, Duration runTimeout, AnswerLimits answer) {

    public Limits {
        if (rate < 0 || maxRequests < 1 || requestTimeout.isNegative() || runTimeout.isNegative()) {
            throw new IllegalArgumentException("a limit is out of range");
        }
    }

    /** With the default limits of a response. */
    public Limits(double rate, int maxRequests, Duration requestTimeout, Duration runTimeout) {
        this(rate, maxRequests, requestTimeout, runTimeout, AnswerLimits.DEFAULT);
    }
}
