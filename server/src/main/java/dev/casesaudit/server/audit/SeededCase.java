package dev.casesaudit.server.audit;

import dev.casesaudit.server.error.ServiceError;

/** What a case answers with. */
public sealed interface SeededCase {

    /** How many events it has. */
    int size();

    /** The history it has. */
    record WithHistory(AuditHistory history) implements SeededCase {
        @Override
        public int size() {
            return history.size();
        }
    }

    /** The same error, each time. */
    record AlwaysFailing(ServiceError error) implements SeededCase {
        @Override
        public int size() {
            return 0;
        }
    }
}
