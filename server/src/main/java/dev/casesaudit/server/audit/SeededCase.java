package dev.casesaudit.server.audit;

import dev.casesaudit.server.error.ServiceError;

/** A case of the world: its history, or the error that it always returns. */
public sealed interface SeededCase {

    int size();

    /** Returns roughly how many bytes of memory it needs. */
    long bytes();

    /** Returns the same without the bytes that fixtures keep anyway. */
    long ownBytes();

    /** The same case in a new generation, so that page tokens of any case before it are refused. */
    SeededCase renewed();

    /** The same case, marked as kept by the fixtures for a reset. */
    SeededCase ofFixtures();

    /** A case with a history. */
    record WithHistory(AuditHistory history) implements SeededCase {
        @Override
        public int size() {
            return history.size();
        }

        @Override
        public long bytes() {
            return history.bytes();
        }

        @Override
        public long ownBytes() {
            return history.ownBytes();
        }

        @Override
        public SeededCase renewed() {
            return new WithHistory(history.renewed());
        }

        @Override
        public SeededCase ofFixtures() {
            return new WithHistory(history.ofFixtures());
        }
    }

    /** A case that returns the same error to each request. */
    record AlwaysFailing(ServiceError error) implements SeededCase {

        private static final int EMPTY_BYTES = 512;

        @Override
        public int size() {
            return 0;
        }

        @Override
        public long bytes() {
            return EMPTY_BYTES + (long) error.length();
        }

        @Override
        public long ownBytes() {
            return bytes();
        }

        @Override
        public SeededCase renewed() {
            return this;
        }

        @Override
        public SeededCase ofFixtures() {
            return this;
        }
    }
}
