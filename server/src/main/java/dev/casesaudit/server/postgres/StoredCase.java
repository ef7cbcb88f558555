package dev.casesaudit.server.postgres;

import dev.casesaudit.server.audit.SeededCase;
import java.util.UUID;

/**
 * One version of a case in the database.
 *
 * @param uid the same for all versions, until the case is deleted or replaced
 */
record StoredCase(UUID uid, long version, SeededCase seeded) {}
