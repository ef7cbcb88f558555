package dev.casesaudit.server.connection;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of bodies that are in memory, of all connections together. A request may hold at most as much as is left, so that many
 * share what there is. For bodies that are small there is some more, which the others cannot use up.
 */
final class BodyBudget {

    // Most requests of the operation have less than a tenth of it.
    private static final int SMALL = 4 * 1024;

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(long limit) {
        this.limit = limit;
    }

    /** Whether a request that holds so many bytes may take more, which then count until they are given back. */
    boolean takes(long held, int more) {
        long size = held + more;
        long left = limit - taken.addAndGet(more);
        if (size <= left || (size <= SMALL && left >= -limit / 8)) {
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
