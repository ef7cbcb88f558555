package dev.casesaudit.server.world;

import dev.casesaudit.server.json.Meter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory for the world and for changes in progress. A change reserves bytes before it uses the memory, and releases
 * them when it ends.
 */
public final class WorldBudget {

    // Reserved at once, since many threads reserve at the same time.
    private static final long STEP = 64 * 1024;

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    // What remains after a reset: the fixtures.
    private volatile long kept;

    public WorldBudget(long limit) {
        this.limit = limit;
    }

    /** Begins a reservation, which the caller must close. */
    public Reservation reserve() {
        return new Reservation();
    }

    public long limit() {
        return limit;
    }

    /** Returns how many bytes are taken. */
    long taken() {
        return taken.get();
    }

    /**
     * Counts a replacement, whatever the limit.
     *
     * @param afterReset the bytes after a reset from now on
     */
    void replaced(long more, long afterReset) {
        kept = afterReset;
        taken.addAndGet(more);
    }

    private boolean takes(long more) {
        if (taken.addAndGet(more) <= limit) {
            return true;
        }
        taken.addAndGet(-more);
        return false;
    }

    /** The bytes that one change has reserved. For one thread at a time. */
    public final class Reservation implements Meter, AutoCloseable {

        private long used;
        private long granted;

        private Reservation() {}

        /**
         * {@inheritDoc}
         *
         * @throws Exceeded if less memory is left
         */
        @Override
        public void take(long bytes) {
            used += bytes;
            require(used);
        }

        @Override
        public long taken() {
            return used;
        }

        /**
         * Reserves more if it has fewer.
         *
         * @throws Exceeded if less memory is left
         */
        void require(long bytes) {
            long missing = bytes - granted;
            if (missing <= 0) {
                return;
            }
            long more = Math.max(missing, STEP);
            if (takes(more)) {
                granted += more;
            } else if (takes(missing)) {
                granted += missing;
            } else {
                throw new Exceeded(limit, bytes > limit - kept);
            }
        }

        /**
         * Moves bytes from this reservation to the world, which has grown; a negative number for a world that has
         * shrunk.
         */
        void spend(long bytes) {
            granted -= bytes;
        }

        /** Releases the remaining bytes. */
        @Override
        public void close() {
            taken.addAndGet(-granted);
            granted = 0;
            used = 0;
        }
    }

    /** A change needs more memory than there is, and was not made. The message is meant for the client. */
    public static final class Exceeded extends RuntimeException {

        private final boolean alone;

        Exceeded(long limit, boolean alone) {
            super(
                    String.format(
                            Locale.ROOT,
                            alone
                                    ? "This alone takes up more memory than the world may, %,d bytes with its fixtures"
                                            + " (cases.limits.world)"
                                    : "There is no memory left for this beside the rest of the world, which may take up %,d"
                                            + " bytes (cases.limits.world)",
                            limit),
                    null,
                    false,
                    false);
            this.alone = alone;
        }

        /** Whether the change is too large even for a world that has only its fixtures. */
        public boolean alone() {
            return alone;
        }
    }
}
