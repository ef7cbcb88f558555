package dev.casesaudit.server.behaviour.fault;

import java.time.Duration;
import java.util.Locale;

/**
 * What one attempt gets.
 *
 * @param latency passes before anything else; often zero
 */
public record Fault(Duration latency, Outcome outcome) {

    /** None: the attempt is served as usual. */
    public static final Fault NONE = new Fault(Duration.ZERO, new Outcome.Ok());

    /** What a script would say for it. */
    public String text() {
        if (latency.isZero()) {
            return outcome.toString();
        }
        String wait = String.format(Locale.ROOT, "latency(%sms)", latency.toMillis());
        return outcome instanceof Outcome.Ok ? wait : wait + " + " + outcome;
    }

    /** Whether the client gets something else than the page, or the error, that it would have had anyway. */
    public boolean spoilsTheAnswer() {
        return outcome instanceof Outcome.Malformed || outcome instanceof Outcome.Html;
    }
}
