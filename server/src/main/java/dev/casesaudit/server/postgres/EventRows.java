package dev.casesaudit.server.postgres;

import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.StoredEvents;
import dev.casesaudit.server.recording.RecordedEvent;
import dev.casesaudit.server.recording.Rule;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The events of one case in the database. Equal for equal cases, so that what was read of them can be kept.
 *
 * @param rules the id of the rules by which this mock records
 */
record EventRows(Database database, UUID uid, UUID rules) implements StoredEvents {

    private static final String READ =
            "SELECT event FROM audit_event WHERE case_uid = ? AND number >= ? AND number < ? ORDER BY number";

    // What other rules recorded counts as seeded.
    private static final String RECORDED = "SELECT number, event, rule FROM audit_event WHERE case_uid = ?"
            + " AND number < ? AND rule IS NOT NULL AND rules = ? ORDER BY number DESC LIMIT ?";

    private static final int SECTION = 1_000;

    @Override
    public List<byte[]> read(int from, int to) {
        List<byte[]> events = database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ)) {
                statement.setObject(1, uid);
                statement.setInt(2, from);
                statement.setInt(3, to);
                List<byte[]> read = new ArrayList<>(to - from);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        read.add(rows.getBytes(1));
                    }
                }
                return read;
            }
        });
        if (events.size() != to - from) {
            throw new Database.Conflict("the case was deleted while its events were read");
        }
        return events;
    }

    @Override
    public List<Recorded> recorded(int before, int most) {
        return database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(RECORDED)) {
                statement.setObject(1, uid);
                statement.setInt(2, before);
                statement.setObject(3, rules);
                statement.setInt(4, most);
                List<Recorded> read = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        read.add(new Recorded(
                                rows.getInt(1),
                                new RecordedEvent(
                                        rows.getBytes(2),
                                        Rule.at(rows.getString(3)).orElseThrow())));
                    }
                }
                return read;
            }
        });
    }

    @Override
    public boolean hasId(long hash, int size) {
        for (int from = 0; from < size; from += SECTION) {
            for (byte[] event : read(from, Math.min(from + SECTION, size))) {
                if (AuditHistory.hashOfId(event) == hash) {
                    return true;
                }
            }
        }
        return false;
    }
}
