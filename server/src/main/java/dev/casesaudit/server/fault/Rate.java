package dev.casesaudit.server.fault;

/**
 * How many requests a domain takes.
 *
 * @param perSecond that go on for good
 * @param burst that may come at once
 */
public record Rate(double perSecond, int burst) {

    /** Refuses what no bucket can have, with a message for whoever set it. */
    public Rate {
        if (!(perSecond > 0 && perSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a rate above 0, got " + perSecond);
        }
        if (burst < 1) {
            throw new IllegalArgumentException("expected a burst of at least 1, got " + burst);
        }
    }
}
