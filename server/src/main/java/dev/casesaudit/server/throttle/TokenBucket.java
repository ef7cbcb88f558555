package dev.casesaudit.server.throttle;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.LongSupplier;

/** Lets requests through at a rate, and a burst of them after a pause. Full at first. */
final class TokenBucket {

    private static final AtomicReferenceFieldUpdater<TokenBucket, Level> LEVEL =
            AtomicReferenceFieldUpdater.newUpdater(TokenBucket.class, Level.class, "level");

    private static final double NANOS_PER_SECOND = 1e9;

    // A token that is due at this very nanosecond may lack the last bits of its sum. What is given early is owed.
    private static final double ROUNDING = 1e-6;

    private final Rate rate;
    private final LongSupplier nanoTime;
    private volatile Level level;

    /**
     * A new bucket.
     *
     * @param nanoTime as {@link System#nanoTime()}: only differences count, so it may be negative, and overflow
     */
    TokenBucket(Rate rate, LongSupplier nanoTime) {
        this.rate = rate;
        this.nanoTime = nanoTime;
        level = new Level(rate.burst(), nanoTime.getAsLong());
    }

    /** Takes a token, if there is one. */
    boolean take() {
        while (true) {
            Level seen = level;
            Level now = refilled(seen);
            if (now.tokens < 1 - ROUNDING) {
                return false;
            }
            if (LEVEL.compareAndSet(this, seen, new Level(now.tokens - 1, now.at))) {
                return true;
            }
        }
    }

    /** Whether it is as good as new. */
    boolean isFull() {
        return refilled(level).tokens >= rate.burst();
    }

    Rate rate() {
        return rate;
    }

    // Another thread may have read the clock later, and been faster nevertheless.
    private Level refilled(Level seen) {
        long elapsed = Math.max(0, nanoTime.getAsLong() - seen.at);
        double tokens = seen.tokens + elapsed * rate.perSecond() / NANOS_PER_SECOND;
        return new Level(Math.min(rate.burst(), tokens), seen.at + elapsed);
    }

    private record Level(double tokens, long at) {}
}
