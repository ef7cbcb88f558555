package dev.casesaudit.server.behaviour.fault;

import java.time.Duration;
import java.util.Locale;

/**
 * What happens to one attempt.
 *
 * @param latency passes before anything else; often zero
 */
public record Fault(Duration latency, Outcome outcome) {

    /** No fault. */
    public static final Fault NONE = new Fault(Duration.ZERO, new Outcome.Ok());

    /** Returns the fault in the notation of scripts. */
    public String text() {
        if (latency.isZero()) {
            return outcome.toString();
        }
        String wait = String.format(Locale.ROOT, "latency(%sms)", latency.toMillis());
        return outcome instanceof Outcome.Ok ? wait : wait + " + " + outcome;
    }

    /** Whether the client gets something other than the page or error without the fault. */
    public boolean changesResponse() {
        return outcome instanceof Outcome.Malformed || outcome instanceof Outcome.Html;
    }
}
