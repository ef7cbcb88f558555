package dev.casesaudit.server.world;

import java.util.function.Supplier;

/**
 * Whether the current thread may wait for something outside this process. A thread that serves many connections may not;
 * it tries what may turn out to be in memory, and leaves the rest to a thread that may.
 */
public final class Waiting {

    private static final ThreadLocal<Boolean> FORBIDDEN = ThreadLocal.withInitial(() -> false);

    private Waiting() {}

    /**
     * Runs something that has no effect before it waits.
     *
     * @throws Required as soon as it would have to wait
     */
    public static <T> T forbid(Supplier<T> work) {
        FORBIDDEN.set(true);
        try {
            return work.get();
        } finally {
            FORBIDDEN.set(false);
        }
    }

    /**
     * Called before a wait.
     *
     * @throws Required if this thread may not wait
     */
    public static void requireAllowed() {
        if (FORBIDDEN.get()) {
            throw new Required();
        }
    }

    /** The work has to wait. */
    public static final class Required extends RuntimeException {

        private Required() {
            super("the work has to wait", null, false, false);
        }
    }
}
