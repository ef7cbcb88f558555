package dev.casesaudit.server.connection;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of bodies that are in memory, of all connections together. A request may hold at most as much as is left: many that are
 * large share what there is, and one that is small finds room beside them.
 */
final class BodyBudget {

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(long limit) {
        this.limit = limit;
    }

    /** Whether a request that holds so many bytes may take more, which then count until they are given back. */
    boolean takes(long held, int more) {
        long before = taken.getAndAdd(more);
        if (held + more <= limit - before) {
            return true;
        }
        taken.addAndGet(-more);
        return false;
    }

    void givesBack(long held) {
        taken.addAndGet(-held);
    }

    /** The largest body that fits when there is no other. */
    long largest() {
        return limit / 2;
    }
}
