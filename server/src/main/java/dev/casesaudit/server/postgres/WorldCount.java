package dev.casesaudit.server.postgres;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.audit.WorldSize;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The size of the world, for its limits. Counted from time to time, with the changes of this process added: the changes
 * of other replicas count a little late.
 */
final class WorldCount {

    private static final Duration PERIOD = Duration.ofSeconds(5);

    private static final String COUNT =
            "SELECT (SELECT count(*) FROM domain), count(*), coalesce(sum(size), 0) FROM audit_case";

    private final Database database;
    private WorldSize counted = WorldSize.NOTHING;
    private long at;
    private boolean isKnown;

    WorldCount(Database database) {
        this.database = database;
    }

    /**
     * Makes a change, unless it would exceed a limit.
     *
     * @throws WorldLimits.Exceeded if it would
     */
    void run(WorldLimits limits, WorldSize before, WorldSize after, Runnable change) {
        add(limits, before, after);
        try {
            change.run();
        } catch (RuntimeException e) {
            remove(before, after);
            throw e;
        }
    }

    // Before the change is made, so that changes that are made at the same time do not exceed a limit together.
    private synchronized void add(WorldLimits limits, WorldSize before, WorldSize after) {
        WorldSize now = now();
        WorldSize then = now.minus(before).plus(after);
        limits.check(now, then);
        counted = then;
    }

    private synchronized void remove(WorldSize before, WorldSize after) {
        counted = counted.minus(after).plus(before);
    }

    /**
     * Makes a change to single cases, unless it would exceed a limit.
     *
     * @throws WorldLimits.Exceeded if it would
     */
    void run(
            WorldLimits limits,
            Map<CaseKey, Optional<StoredCase>> before,
            Map<CaseKey, Optional<SeededCase.WithHistory>> after,
            Runnable change) {
        WorldSize old = WorldSize.NOTHING;
        WorldSize next = WorldSize.NOTHING;
        for (Map.Entry<CaseKey, Optional<SeededCase.WithHistory>> one : after.entrySet()) {
            Optional<StoredCase> known = before.getOrDefault(one.getKey(), Optional.empty());
            String caseId = one.getKey().caseId();
            if (known.isPresent()) {
                old = old.plus(WorldSize.ofCase(caseId, known.get().seeded()));
            }
            if (one.getValue().isPresent()) {
                next = next.plus(WorldSize.ofCase(caseId, one.getValue().get()));
            }
        }
        run(limits, old, next, change);
    }

    private WorldSize now() {
        if (!isKnown || System.nanoTime() - at > PERIOD.toNanos()) {
            counted = database.run(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(COUNT);
                        ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return new WorldSize(rows.getInt(1), rows.getInt(2), rows.getLong(3), 0);
                }
            });
            at = System.nanoTime();
            isKnown = true;
        }
        return counted;
    }
}
