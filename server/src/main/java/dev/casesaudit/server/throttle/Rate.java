package dev.casesaudit.server.throttle;

import dev.casesaudit.server.behaviour.fault.ModelledError;
import dev.casesaudit.server.behaviour.fault.Outcome;
import dev.casesaudit.server.error.ErrorType;
import java.util.Optional;

/**
 * How many requests a domain takes.
 *
 * @param perSecond that go on for good
 * @param burst that may come at once
 * @param beyond what a request beyond that gets
 */
public record Rate(double perSecond, int burst, Outcome.ErrorAnswer beyond) {

    private static final Outcome.ErrorAnswer USUAL = ModelledError.of(ErrorType.THROTTLING);

    /** Refuses what no bucket can have, with a message for whoever set it. */
    public Rate {
        if (!(perSecond > 0 && perSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a rate above 0, got " + perSecond);
        }
        if (burst < 1) {
            throw new IllegalArgumentException("expected a burst of at least 1, got " + burst);
        }
    }

    /** A rate beyond which ThrottlingException is answered. */
    public Rate(double perSecond, int burst) {
        this(perSecond, burst, USUAL);
    }

    /** What a request beyond it gets, as a fault script has it; nothing, where that is as usual. */
    public Optional<String> beyondText() {
        return Optional.of(beyond).filter(answer -> !answer.equals(USUAL)).map(Outcome.ErrorAnswer::toString);
    }
}
