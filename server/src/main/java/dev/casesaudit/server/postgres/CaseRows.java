package dev.casesaudit.server.postgres;

import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.PackCache;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.StoredHistory;
import dev.casesaudit.server.contract.WireTime;
import dev.casesaudit.server.fixture.StoredForms;
import dev.casesaudit.server.recording.Rule;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and writes the rows of cases and events. */
final class CaseRows {

    private static final String COLUMNS =
            "c.uid, c.version, c.error, c.content, c.size, c.bytes, c.newest, c.original_size, c.original, c.later";

    // Sends what changed only.
    private static final String CHECK = "SELECT k.n, g.version, c.uid, c.version,"
            + " c.error, CASE WHEN c.uid = k.uid AND c.version = k.version THEN NULL ELSE c.content END,"
            + " c.size, c.bytes, c.newest, c.original_size, c.original, c.later"
            + " FROM configuration g LEFT JOIN unnest(?::bytea[], ?::bytea[], ?::uuid[], ?::bigint[])"
            + " WITH ORDINALITY AS k (domain_id, case_id, uid, version, n) ON true"
            + " LEFT JOIN domain d ON d.domain_id = k.domain_id"
            + " LEFT JOIN audit_case c ON c.domain = d.number AND c.case_id = k.case_id";

    private static final String ALL =
            "SELECT d.domain_id, c.case_id, " + COLUMNS + " FROM audit_case c JOIN domain d ON d.number = c.domain";

    private static final String OF_TOKEN = "SELECT c.case_id FROM audit_case c JOIN domain d ON d.number = c.domain"
            + " WHERE d.domain_id = ? AND c.client_token = ?";

    private static final String EVENTS = " INSERT INTO audit_event (case_uid, number, event, rule, rules)"
            + " SELECT written.uid, e.number, e.event, e.rule, CASE WHEN e.rule IS NULL THEN NULL ELSE ?::uuid END"
            + " FROM written, unnest(?::int[], ?::bytea[], ?::text[]) AS e (number, event, rule)";

    private static final String INSERT = "WITH written AS (INSERT INTO audit_case (uid, domain, case_id, version,"
            + " client_token, error, content, size, bytes, newest, original_size, original, later)"
            + " SELECT ?, number, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM domain WHERE domain_id = ? RETURNING uid),"
            + " added AS (" + EVENTS + ") SELECT count(*) FROM written";

    private static final String UPDATE = "WITH written AS (UPDATE audit_case SET version = version + 1,"
            + " client_token = ?, error = ?, content = ?, size = ?, bytes = ?, newest = ?, original_size = ?,"
            + " original = ?, later = ? WHERE uid = ? AND version = ? RETURNING uid),"
            + " added AS (" + EVENTS + ") SELECT count(*) FROM written";

    private static final String MORE_EVENTS = "WITH written AS (SELECT ?::uuid AS uid) " + EVENTS;

    private static final String COPY_EVENTS = "INSERT INTO audit_event (case_uid, number, event, rule, rules)"
            + " SELECT ?::uuid, number, event, rule, rules FROM audit_event WHERE case_uid = ? AND number < ?";

    private static final String DELETE = "DELETE FROM audit_case WHERE uid = ? AND version = ?";

    // In the same order in all transactions, so that none waits for another that waits for it.
    private static final String LOCK =
            "SELECT uid, version FROM audit_case WHERE uid = ANY (?::uuid[]) ORDER BY uid FOR UPDATE";

    private static final String LOCK_DOMAINS =
            "SELECT number FROM domain WHERE ?::bytea IS NULL OR domain_id = ? ORDER BY number FOR UPDATE";

    private static final String LOCK_ALL = "SELECT uid, version FROM audit_case WHERE ?::bytea IS NULL OR domain ="
            + " (SELECT number FROM domain WHERE domain_id = ?) ORDER BY uid FOR UPDATE";

    // Events that one statement writes.
    private static final int SECTION = 1_000;

    private static final String CHANGED = "a case has changed";

    private final Database database;
    private final StoredForms forms;
    private final PackCache packs;

    CaseRows(Database database, StoredForms forms, PackCache packs) {
        this.database = database;
        this.forms = forms;
        this.packs = packs;
    }

    // ---- reading

    /** The configuration's version, and cases as they are now; a case that did not change is the known one. */
    record Checked(long configuration, List<Optional<StoredCase>> cases) {}

    /**
     * Reads cases.
     *
     * @param known the last version of each that was read; null for none
     */
    Checked check(List<CaseKey> keys, List<@Nullable StoredCase> known) {
        return database.run(connection -> check(connection, keys, known));
    }

    /** Does so in a transaction of others. */
    Checked check(Connection connection, List<CaseKey> keys, List<@Nullable StoredCase> known) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHECK)) {
            statement.setArray(1, bytes(connection, keys.stream().map(CaseKey::domainId)));
            statement.setArray(2, bytes(connection, keys.stream().map(CaseKey::caseId)));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid",
                            known.stream()
                                    .map(one -> one == null ? null : one.uid())
                                    .toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "int8",
                            known.stream()
                                    .map(one -> one == null ? null : one.version())
                                    .toArray()));
            List<Optional<StoredCase>> cases = new ArrayList<>();
            keys.forEach(key -> cases.add(Optional.empty()));
            long configuration = -1;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    configuration = rows.getLong(2);
                    int at = rows.getInt(1) - 1;
                    if (at >= 0) {
                        cases.set(at, read(rows, known.get(at)));
                    }
                }
            }
            return new Checked(configuration, cases);
        }
    }

    private Optional<StoredCase> read(ResultSet rows, @Nullable StoredCase known) throws SQLException {
        UUID uid = rows.getObject(3, UUID.class);
        if (uid == null) {
            return Optional.empty();
        }
        long version = rows.getLong(4);
        return known != null && known.uid().equals(uid) && known.version() == version
                ? Optional.of(known)
                : Optional.of(new StoredCase(uid, version, seeded(rows, uid)));
    }

    private SeededCase seeded(ResultSet rows, UUID uid) throws SQLException {
        String error = rows.getString(5);
        if (error != null) {
            return new SeededCase.AlwaysFailing(forms.error(error));
        }
        AuditHistory.Extent extent = new AuditHistory.Extent(
                rows.getInt(7),
                rows.getLong(8),
                new AuditHistory.Generation(rows.getInt(10), rows.getLong(11), rows.getLong(12)),
                0);
        return new SeededCase.WithHistory(
                StoredHistory.of(
                        new EventRows(database, uid, forms.rules()), packs, WireTime.of(rows.getString(9)), extent),
                Optional.ofNullable(rows.getString(6)).map(forms::content));
    }

    /** Reads all cases; of a domain, if it is named. */
    void readAll(Connection connection, Optional<String> domainId, BiConsumer<CaseKey, StoredCase> reader)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(ALL + (domainId.isPresent() ? " WHERE d.domain_id = ?" : ""))) {
            statement.setFetchSize(SECTION);
            if (domainId.isPresent()) {
                statement.setBytes(1, bytes(domainId.get()));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID uid = Objects.requireNonNull(rows.getObject(3, UUID.class));
                    reader.accept(
                            new CaseKey(text(rows.getBytes(1)), text(rows.getBytes(2))),
                            new StoredCase(uid, rows.getLong(4), seeded(rows, uid)));
                }
            }
        }
    }

    /** Returns the id of the case that a client token created. */
    Optional<String> createdWith(String domainId, String clientToken) {
        return database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OF_TOKEN)) {
                statement.setBytes(1, bytes(domainId));
                statement.setBytes(2, bytes(clientToken));
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(text(rows.getBytes(1))) : Optional.empty();
                }
            }
        });
    }

    // ---- writing

    /** Whether one can be written over the other by adding events. */
    static boolean continues(StoredCase before, SeededCase after) {
        return after instanceof SeededCase.WithHistory with
                && with.history() instanceof StoredHistory history
                && history.stored() instanceof EventRows rows
                && rows.uid().equals(before.uid());
    }

    /**
     * Keeps others from changing cases until the end of the transaction.
     *
     * @param expected the versions that they must still have
     * @throws Database.Conflict if another change was faster
     */
    void lock(Connection connection, Collection<StoredCase> expected) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", expected.stream().map(StoredCase::uid).toArray()));
            requireVersions(statement, expected);
        }
    }

    /**
     * Keeps others from adding or changing cases until the end of the transaction; in a domain, if it is named.
     *
     * @param expected all cases, with the versions that they must still have
     * @throws Database.Conflict if another change was faster
     */
    void lockAll(Connection connection, Optional<String> domainId, Collection<StoredCase> expected)
            throws SQLException {
        byte @Nullable [] id = domainId.map(CaseRows::bytes).orElse(null);
        // A new case refers to its domain, so it has to wait.
        try (PreparedStatement statement = connection.prepareStatement(LOCK_DOMAINS)) {
            statement.setBytes(1, id);
            statement.setBytes(2, id);
            statement.executeQuery().close();
        }
        try (PreparedStatement statement = connection.prepareStatement(LOCK_ALL)) {
            statement.setBytes(1, id);
            statement.setBytes(2, id);
            requireVersions(statement, expected);
        }
    }

    private static void requireVersions(PreparedStatement statement, Collection<StoredCase> expected)
            throws SQLException {
        Map<UUID, Long> versions = new HashMap<>();
        expected.forEach(one -> versions.put(one.uid(), one.version()));
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (!versions.remove(rows.getObject(1, UUID.class), rows.getLong(2))) {
                    throw new Database.Conflict(CHANGED);
                }
            }
        }
        if (!versions.isEmpty()) {
            throw new Database.Conflict(CHANGED);
        }
    }

    /**
     * Writes a case that does not exist yet.
     *
     * @throws Database.Conflict if it does exist, or its domain does not
     */
    StoredCase insert(Connection connection, CaseKey key, SeededCase made) throws SQLException {
        UUID uid = UUID.randomUUID();
        int copied = 0;
        Iterator<byte[]> events = Collections.emptyIterator();
        IntFunction<Optional<Rule>> ruleOf = number -> Optional.empty();
        if (made instanceof SeededCase.WithHistory with && with.history() instanceof StoredHistory history) {
            copied = history.size() - history.more().size();
            events = history.more().iterator();
            ruleOf = history::rule;
        } else if (made instanceof SeededCase.WithHistory with) {
            ruleOf = with.history()::rule;
            events =
                    IntStream.range(0, with.size()).mapToObj(with.history()::at).iterator();
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, uid);
            statement.setBytes(2, bytes(key.caseId()));
            int next = setValues(statement, 3, made);
            statement.setBytes(next, bytes(key.domainId()));
            setEvents(connection, statement, next + 1, copied, events, ruleOf);
            requireOne(statement, "the domain of a new case is gone");
        }
        for (int from = copied + SECTION; events.hasNext(); from += SECTION) {
            try (PreparedStatement statement = connection.prepareStatement(MORE_EVENTS)) {
                statement.setObject(1, uid);
                setEvents(connection, statement, 2, from, events, ruleOf);
                statement.executeUpdate();
            }
        }
        if (copied > 0) {
            copyEvents(connection, made, uid, copied);
        }
        return stored(uid, 1, made);
    }

    // In the database, since each may have a million.
    private static void copyEvents(Connection connection, SeededCase from, UUID uid, int count) throws SQLException {
        StoredHistory history = (StoredHistory) ((SeededCase.WithHistory) from).history();
        try (PreparedStatement statement = connection.prepareStatement(COPY_EVENTS)) {
            statement.setObject(1, uid);
            statement.setObject(2, ((EventRows) history.stored()).uid());
            statement.setInt(3, count);
            if (statement.executeUpdate() != count) {
                throw new Database.Conflict("the case was deleted while it was copied");
            }
        }
    }

    /**
     * Writes the next version of a case, with its new events.
     *
     * @throws Database.Conflict if another change was faster
     */
    StoredCase update(Connection connection, StoredCase before, SeededCase.WithHistory after) throws SQLException {
        List<byte[]> more = ((StoredHistory) after.history()).more();
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            int next = setValues(statement, 1, after);
            statement.setObject(next, before.uid());
            statement.setLong(next + 1, before.version());
            setEvents(
                    connection,
                    statement,
                    next + 2,
                    after.size() - more.size(),
                    more.iterator(),
                    after.history()::rule);
            requireOne(statement, CHANGED);
        }
        return stored(before.uid(), before.version() + 1, after);
    }

    /**
     * Deletes a case with its events.
     *
     * @throws Database.Conflict if another change was faster
     */
    void delete(Connection connection, StoredCase before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setObject(1, before.uid());
            statement.setLong(2, before.version());
            if (statement.executeUpdate() != 1) {
                throw new Database.Conflict(CHANGED);
            }
        }
    }

    private StoredCase stored(UUID uid, long version, SeededCase written) {
        if (written instanceof SeededCase.WithHistory with) {
            StoredHistory history = StoredHistory.of(
                    new EventRows(database, uid, forms.rules()),
                    packs,
                    with.history().newestTime(),
                    with.history().extent());
            return new StoredCase(uid, version, new SeededCase.WithHistory(history, with.edited()));
        }
        return new StoredCase(uid, version, written);
    }

    private static void requireOne(PreparedStatement statement, String otherwise) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            if (rows.getLong(1) != 1) {
                throw new Database.Conflict(otherwise);
            }
        }
    }

    // Returns the number of the next parameter.
    private int setValues(PreparedStatement statement, int first, SeededCase one) throws SQLException {
        int at = first;
        statement.setBytes(
                at++, one.clientToken().map(token -> bytes(token.token())).orElse(null));
        if (one instanceof SeededCase.WithHistory with) {
            AuditHistory.Extent extent = with.history().extent();
            statement.setNull(at++, Types.VARCHAR);
            statement.setString(at++, with.edited().map(forms::of).orElse(null));
            setExtent(statement, at, extent, with.history().newestTime());
        } else {
            statement.setString(at++, forms.of(((SeededCase.AlwaysFailing) one).error()));
            statement.setNull(at++, Types.VARCHAR);
            setExtent(
                    statement,
                    at,
                    new AuditHistory.Extent(0, 0, new AuditHistory.Generation(0, 0, 0), 0),
                    Instant.EPOCH);
        }
        return at + 6;
    }

    private static void setExtent(PreparedStatement statement, int at, AuditHistory.Extent extent, Instant newest)
            throws SQLException {
        statement.setInt(at, extent.size());
        statement.setLong(at + 1, extent.json());
        statement.setString(at + 2, newest.toString());
        statement.setInt(at + 3, extent.generation().originalSize());
        statement.setLong(at + 4, extent.generation().original());
        statement.setLong(at + 5, extent.generation().later());
    }

    // Of a section, from this number on.
    private void setEvents(
            Connection connection,
            PreparedStatement statement,
            int at,
            int from,
            Iterator<byte[]> events,
            IntFunction<Optional<Rule>> ruleOf)
            throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        List<byte[]> written = new ArrayList<>();
        while (events.hasNext() && written.size() < SECTION) {
            numbers.add(from + written.size());
            written.add(events.next());
        }
        statement.setObject(at, forms.rules());
        statement.setArray(at + 1, connection.createArrayOf("int4", numbers.toArray()));
        statement.setArray(at + 2, connection.createArrayOf("bytea", written.toArray(byte[][]::new)));
        statement.setArray(
                at + 3,
                connection.createArrayOf(
                        "text",
                        numbers.stream()
                                .map(number ->
                                        ruleOf.apply(number).map(Rule::place).orElse(null))
                                .toArray()));
    }

    private static Array bytes(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("bytea", texts.map(CaseRows::bytes).toArray(byte[][]::new));
    }

    static byte[] bytes(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] id) {
        return new String(id, StandardCharsets.UTF_8);
    }
}
