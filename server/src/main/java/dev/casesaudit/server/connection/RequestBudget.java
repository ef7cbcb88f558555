package dev.casesaudit.server.connection;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory budget of the requests on all connections. A request may hold at most as much as is left, so that many can
 * share the budget. A reserve is for small requests only.
 */
final class RequestBudget {

    // Most requests of the operation are smaller, with their heads.
    private static final int SMALL = 16 * 1024;

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    RequestBudget(long limit) {
        this.limit = limit;
    }

    /** Takes more bytes for a request that holds some, and returns whether there was room. */
    boolean takes(long held, long more) {
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

    /** Returns the largest request that fits if there is no other. */
    long largest() {
        return limit / 2;
    }
}
