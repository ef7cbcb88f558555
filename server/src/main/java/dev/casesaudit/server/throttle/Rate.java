package dev.casesaudit.server.throttle;

import dev.casesaudit.server.behaviour.fault.ModelledError;
import dev.casesaudit.server.behaviour.fault.Outcome;
import dev.casesaudit.server.error.ErrorType;
import java.util.Optional;

/**
 * The rate limit of a domain.
 *
 * @param perSecond requests a second in the long run
 * @param burst requests that may come at once
 * @param beyond the response to a request beyond the limit
 */
public record Rate(double perSecond, int burst, Outcome.ErrorResponse beyond) {

    private static final Outcome.ErrorResponse USUAL = ModelledError.of(ErrorType.THROTTLING);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException for invalid numbers, with a message for whoever set them
     */
    public Rate {
        if (!(perSecond > 0 && perSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a rate above 0, got " + perSecond);
        }
        if (burst < 1) {
            throw new IllegalArgumentException("expected a burst of at least 1, got " + burst);
        }
    }

    /** A limit whose excess requests get a ThrottlingException. */
    public Rate(double perSecond, int burst) {
        this(perSecond, burst, USUAL);
    }

    /** Returns the response beyond the limit in the notation of fault scripts; empty for the default. */
    public Optional<String> beyondText() {
        return Optional.of(beyond).filter(answer -> !answer.equals(USUAL)).map(Outcome.ErrorResponse::toString);
    }
}
