package dev.casesaudit.server.fault;

import java.time.Duration;

/**
 * What one attempt gets.
 *
 * @param latency passes before anything else; often zero
 */
public record Fault(Duration latency, Outcome outcome) {

    /** None: the attempt is served as usual. */
    public static final Fault NONE = new Fault(Duration.ZERO, new Outcome.Ok());
}
