package dev.casesaudit.server.world;

import dev.casesaudit.server.json.Meter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of memory that the world may take up, together with what is on the way to become a part of it. They are taken before
 * the memory is, and given back when what took them is gone.
 */
public final class WorldBudget {

    // Taken at once, so that not each event takes its own: they come from many threads.
    private static final long STEP = 64 * 1024;

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    // What a reset leaves: the fixtures.
    private volatile long kept;

    public WorldBudget(long limit) {
        this.limit = limit;
    }

    /** Begins to take bytes for one change. Whoever begins ends it too. */
    public Reservation reserve() {
        return new Reservation();
    }

    public long limit() {
        return limit;
    }

    /** How many bytes are taken. */
    long taken() {
        return taken.get();
    }

    /**
     * Counts what took the place of something else, whatever the limit.
     *
     * @param afterReset how many bytes a reset leaves from now on
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

    /** What one change has taken. For one thread at a time. */
    public final class Reservation implements Meter, AutoCloseable {

        private long used;
        private long granted;

        private Reservation() {}

        /**
         * {@inheritDoc}
         *
         * @throws Exceeded if there is not so much left
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
         * Makes sure that it has at least so many.
         *
         * @throws Exceeded if there is not so much left
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

        /** Leaves so many to the world, which has grown by them; if the number is negative, takes what the world gave up. */
        void spend(long bytes) {
            granted -= bytes;
        }

        /** Gives back what is left. */
        @Override
        public void close() {
            taken.addAndGet(-granted);
            granted = 0;
            used = 0;
        }
    }

    /** A change needs more memory than there is left; nothing was changed. The message is meant for the client. */
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

        /** Whether there would be no room for it in a world that has nothing but its fixtures. */
        public boolean alone() {
            return alone;
        }
    }
}
