package dev.casesaudit.server.throttle;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.LongSupplier;

/** A token bucket, full at first. */
final class TokenBucket {

    private static final AtomicReferenceFieldUpdater<TokenBucket, Level> LEVEL =
            AtomicReferenceFieldUpdater.newUpdater(TokenBucket.class, Level.class, "level");

    private static final double NANOS_PER_SECOND = 1e9;

    // Rounding may leave the level just below a token that is due. A token given early is owed.
    private static final double ROUNDING = 1e-6;

    private final Rate rate;
    private final LongSupplier nanoTime;
    private volatile Level level;

    /** @param nanoTime as {@link System#nanoTime()}: it may be negative and overflow, since only differences count */
    TokenBucket(Rate rate, LongSupplier nanoTime) {
        this.rate = rate;
        this.nanoTime = nanoTime;
        level = new Level(rate.burst(), nanoTime.getAsLong());
    }

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

    /** Whether the bucket is full. */
    boolean isFull() {
        return refilled(level).tokens >= rate.burst();
    }

    Rate rate() {
        return rate;
    }

    // Another thread may have read the clock later and updated the level earlier.
    private Level refilled(Level seen) {
        long elapsed = Math.max(0, nanoTime.getAsLong() - seen.at);
        double tokens = seen.tokens + elapsed * rate.perSecond() / NANOS_PER_SECOND;
        return new Level(Math.min(rate.burst(), tokens), seen.at + elapsed);
    }

    private record Level(double tokens, long at) {}
}
