package dev.casesaudit.server.postgres;

import dev.casesaudit.server.audit.CaseKey;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets the threads of this process change a case one after the other. They could all try at once, but all but one would
 * have to try again.
 */
final class CaseLocks {

    private static final int STRIPES = 1_024;

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    Held none() {
        return new Held();
    }

    /** The lock of one case; none at first. */
    final class Held implements AutoCloseable {

        private @Nullable ReentrantLock lock;

        /** Waits for the lock of the first case; of others, which could wait for each other, takes none. */
        void take(CaseKey key) {
            if (lock == null) {
                lock = stripes[Math.floorMod(key.hashCode(), STRIPES)];
                lock.lock();
            }
        }

        @Override
        public void close() {
            if (lock != null) {
                lock.unlock();
            }
        }
    }
}
