package dev.casesaudit.server.audit;

import dev.casesaudit.server.error.ServiceError;

/** What a case answers with. */
public sealed interface SeededCase {

    /** How many events it has. */
    int size();

    /** About how many bytes of memory it takes up. */
    long bytes();

    /** The same without what fixtures keep anyway. */
    long ownBytes();

    /** The same, so that page tokens of any case before it are refused. */
    SeededCase renewed();

    /** The same, which fixtures keep for a reset. */
    SeededCase ofFixtures();

    /** The history it has. */
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

    /** The same error, each time. */
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
