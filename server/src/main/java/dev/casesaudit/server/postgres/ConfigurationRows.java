package dev.casesaudit.server.postgres;

import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.behaviour.Behaviour;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.behaviour.fault.FaultScript;
import dev.casesaudit.server.field.DomainSchema;
import dev.casesaudit.server.fixture.StoredForms;
import dev.casesaudit.server.throttle.Rate;
import dev.casesaudit.server.world.Snapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes everything but cases: domains, behaviours and rate limits, and their version. */
final class ConfigurationRows {

    // Of all domains without a limit of their own. No domain has an empty id.
    private static final String EVERYWHERE = "";

    private static final String CHANGED = "the configuration has changed";

    private final StoredForms forms;

    ConfigurationRows(StoredForms forms) {
        this.forms = forms;
    }

    /**
     * The configuration as it was at one moment.
     *
     * @param fixtures the fingerprint of the fixtures that were loaded; empty before the first were
     */
    record Read(
            long version,
            Optional<String> fixtures,
            Map<String, DomainSchema> domains,
            Set<String> examDomains,
            Map<Scope, Behaviour> behaviours,
            Map<String, Rate> rateLimits,
            Optional<Rate> everywhere) {}

    /** Reads it. The connection must be in a transaction in which all statements see the same. */
    Read read(Connection connection) throws SQLException {
        Map<String, DomainSchema> domains = new HashMap<>();
        Set<String> exams = new HashSet<>();
        each(connection, "SELECT domain_id, fields, exam FROM domain", rows -> {
            String id = CaseRows.text(rows.getBytes(1));
            domains.put(id, forms.schema(rows.getString(2)));
            if (rows.getBoolean(3)) {
                exams.add(id);
            }
        });
        Map<Scope, Behaviour> behaviours = new HashMap<>();
        each(
                connection,
                "SELECT domain_id, case_id, document FROM behaviour",
                rows -> behaviours.put(
                        new Scope(optional(rows.getBytes(1)), optional(rows.getBytes(2))),
                        forms.behaviour(rows.getString(3))));
        Map<String, Rate> limits = new HashMap<>();
        each(
                connection,
                "SELECT domain_id, per_second, burst, beyond FROM rate_limit",
                rows -> limits.put(
                        CaseRows.text(rows.getBytes(1)), rate(rows.getDouble(2), rows.getInt(3), rows.getString(4))));
        Rate everywhere = limits.remove(EVERYWHERE);
        Read[] read = new Read[1];
        each(
                connection,
                "SELECT version, fixtures FROM configuration",
                rows -> read[0] = new Read(
                        rows.getLong(1),
                        Optional.ofNullable(rows.getString(2)),
                        domains,
                        exams,
                        behaviours,
                        limits,
                        Optional.ofNullable(everywhere)));
        return read[0];
    }

    private static Rate rate(double perSecond, int burst, @Nullable String beyond) {
        return beyond == null ? new Rate(perSecond, burst) : new Rate(perSecond, burst, FaultScript.parseError(beyond));
    }

    private static Optional<String> optional(byte @Nullable [] id) {
        return Optional.ofNullable(id).map(CaseRows::text);
    }

    /**
     * Keeps others from changing it until the end of the transaction.
     *
     * @param version the version that it must still have
     * @throws Database.Conflict if another change was faster
     */
    void lock(Connection connection, long version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT version FROM configuration FOR UPDATE");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            if (rows.getLong(1) != version) {
                throw new Database.Conflict(CHANGED);
            }
        }
    }

    /** Records which fixtures were loaded. */
    void setFixtures(Connection connection, String fingerprint) throws SQLException {
        run(connection, "UPDATE configuration SET fixtures = ?", fingerprint);
    }

    /** Whether two snapshots differ in more than cases. */
    static boolean differ(Snapshot before, Snapshot after) {
        return before.behaviours() != after.behaviours()
                || before.rateLimits() != after.rateLimits()
                || !before.examDomains().equals(after.examDomains())
                || !schemas(before.world()).equals(schemas(after.world()));
    }

    private static Map<String, DomainSchema> schemas(World world) {
        Map<String, DomainSchema> schemas = new HashMap<>();
        world.domainIds().forEach(id -> schemas.put(id, world.schema(id)));
        return schemas;
    }

    /**
     * Writes what differs.
     *
     * @param version the version of the snapshot before
     * @throws Database.Conflict if another change was faster
     */
    void write(Connection connection, long version, Snapshot before, Snapshot after) throws SQLException {
        if (run(connection, "UPDATE configuration SET version = version + 1 WHERE version = ?", version) != 1) {
            throw new Database.Conflict(CHANGED);
        }
        writeDomains(connection, before, after);
        writeBehaviours(connection, before, after);
        writeRateLimits(connection, before, after);
    }

    private void writeDomains(Connection connection, Snapshot before, Snapshot after) throws SQLException {
        Map<String, DomainSchema> old = schemas(before.world());
        Map<String, DomainSchema> next = schemas(after.world());
        for (String id : old.keySet()) {
            if (!next.containsKey(id)) {
                run(connection, "DELETE FROM domain WHERE domain_id = ?", (Object) CaseRows.bytes(id));
            }
        }
        for (Map.Entry<String, DomainSchema> one : next.entrySet()) {
            String id = one.getKey();
            boolean exam = after.examDomains().contains(id);
            DomainSchema known = old.get(id);
            if (known == null) {
                run(
                        connection,
                        "INSERT INTO domain (domain_id, fields, exam) VALUES (?, ?, ?)",
                        CaseRows.bytes(id),
                        forms.of(one.getValue()),
                        exam);
            } else if (known != one.getValue() || exam != before.examDomains().contains(id)) {
                run(
                        connection,
                        "UPDATE domain SET fields = ?, exam = ? WHERE domain_id = ?",
                        forms.of(one.getValue()),
                        exam,
                        CaseRows.bytes(id));
            }
        }
    }

    // By reference: a behaviour that is configured again begins again, also if it is the same.
    @SuppressWarnings("ReferenceEquality")
    private void writeBehaviours(Connection connection, Snapshot before, Snapshot after) throws SQLException {
        var old = before.behaviours().all();
        var next = after.behaviours().all();
        for (Scope scope : old.keySet()) {
            if (old.get(scope) != next.get(scope)) {
                run(connection, "DELETE FROM behaviour WHERE scope = ?", key(scope));
            }
        }
        for (var one : next.entrySet()) {
            if (old.get(one.getKey()) != one.getValue()) {
                run(
                        connection,
                        "INSERT INTO behaviour (scope, domain_id, case_id, script, document) VALUES (?, ?, ?, ?, ?)",
                        key(one.getKey()),
                        one.getKey().domainId().map(CaseRows::bytes).orElse(null),
                        one.getKey().caseId().map(CaseRows::bytes).orElse(null),
                        UUID.randomUUID(),
                        forms.of(one.getValue().behaviour()));
            }
        }
    }

    // The lengths separate the ids: "ab" and "c" are another scope than "a" and "bc".
    private static UUID key(Scope scope) {
        String domainId = scope.domainId().orElse("");
        return UUID.nameUUIDFromBytes(CaseRows.bytes(
                scope.domainId().isPresent() + "," + scope.caseId().isPresent() + "," + domainId.length() + ","
                        + domainId + scope.caseId().orElse("")));
    }

    private void writeRateLimits(Connection connection, Snapshot before, Snapshot after) throws SQLException {
        if (before.rateLimits() == after.rateLimits()) {
            return;
        }
        Map<String, Rate> old = limits(before);
        Map<String, Rate> next = limits(after);
        for (String id : old.keySet()) {
            if (!Objects.equals(old.get(id), next.get(id))) {
                run(connection, "DELETE FROM rate_limit WHERE domain_id = ?", (Object) CaseRows.bytes(id));
            }
        }
        for (Map.Entry<String, Rate> one : next.entrySet()) {
            if (!one.getValue().equals(old.get(one.getKey()))) {
                run(
                        connection,
                        "INSERT INTO rate_limit (domain_id, bucket, per_second, burst, beyond) VALUES (?, ?, ?, ?, ?)",
                        CaseRows.bytes(one.getKey()),
                        UUID.randomUUID(),
                        one.getValue().perSecond(),
                        one.getValue().burst(),
                        one.getValue().beyondText().orElse(null));
            }
        }
    }

    private static Map<String, Rate> limits(Snapshot snapshot) {
        Map<String, Rate> limits = new HashMap<>(snapshot.rateLimits().list());
        snapshot.rateLimits().everywhere().ifPresent(rate -> limits.put(EVERYWHERE, rate));
        return limits;
    }

    private static int run(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static void each(Connection connection, String sql, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                row.read(rows);
            }
        }
    }

    private interface Row {
        void read(ResultSet rows) throws SQLException;
    }
}
