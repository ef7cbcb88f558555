package dev.casesaudit.server.audit;

import dev.casesaudit.server.error.ServiceError;

/** What a case answers with. */
public sealed interface SeededCase {

    /** The history it has. */
    record WithHistory(AuditHistory history) implements SeededCase {}

    /** The same error, each time. */
    record AlwaysFailing(ServiceError error) implements SeededCase {}
}
