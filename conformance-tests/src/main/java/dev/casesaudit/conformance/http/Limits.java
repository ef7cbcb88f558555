package dev.casesaudit.conformance.http;

import java.time.Duration;

/**
 * The limits of a run.
 *
 * @param rate the most requests per second; 0 for no limit
 * @param maxRequests the most requests, including retries
 * @param requestTimeout the longest time for one exchange
 * @param runTimeout the longest time for the run
 * @param response the limits of one response
 */
public record Limits(
        double rate, int maxRequests, Duration requestTimeout, Duration runTimeout, ResponseLimits response) {

    public Limits {
        if (rate < 0 || maxRequests < 1 || requestTimeout.isNegative() || runTimeout.isNegative()) {
            throw new IllegalArgumentException("a limit is out of range");
        }
    }

    public Limits(double rate, int maxRequests, Duration requestTimeout, Duration runTimeout) {
        this(rate, maxRequests, requestTimeout, runTimeout, ResponseLimits.DEFAULT);
    }
}
