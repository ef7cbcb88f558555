package dev.casesaudit.server.audit;

import dev.casesaudit.server.error.ServiceError;

/** What a case answers with. */
public sealed interface SeededCase {

    /** How many events it has. */
    int size();

    /** The same, so that page tokens of any case before it are refused. */
    SeededCase renewed();

    /** The history it has. */
    record WithHistory(AuditHistory history) implements SeededCase {
        @Override
        public int size() {
            return history.size();
        }

        @Override
        public SeededCase renewed() {
            return new WithHistory(history.renewed());
        }
    }

    /** The same error, each time. */
    record AlwaysFailing(ServiceError error) implements SeededCase {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public SeededCase renewed() {
            return this;
        }
    }
}
