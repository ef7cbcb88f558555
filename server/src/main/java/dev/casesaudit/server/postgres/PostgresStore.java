package dev.casesaudit.server.postgres;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.PackCache;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.behaviour.Behaviour;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.field.DomainSchema;
import dev.casesaudit.server.fixture.StoredForms;
import dev.casesaudit.server.metrics.Metrics;
import dev.casesaudit.server.throttle.Rate;
import dev.casesaudit.server.throttle.RateLimits;
import dev.casesaudit.server.world.CaseSelection;
import dev.casesaudit.server.world.Seed;
import dev.casesaudit.server.world.Snapshot;
import dev.casesaudit.server.world.Waiting;
import dev.casesaudit.server.world.WorldBudget;
import dev.casesaudit.server.world.WorldStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the world in PostgreSQL. Each read asks the database for the version of what it reads, and reads again only what
 * has changed. Each change is written under the condition that what it was based on has not changed, and is otherwise
 * made again.
 */
public final class PostgresStore implements WorldStore {

    private static final Logger LOG = Logger.getLogger("dev.casesaudit");

    // Others can only be faster so often if nothing is wrong.
    private static final int MOST_ATTEMPTS = 200;

    // One for events, one for cases, the rest for documents that are read and written.
    private static final int SHARES_OF_MEMORY = 4;

    private static final long LONGEST_PAUSE_NANOS = 5_000_000;

    private final Database database;
    private final StoredForms forms;
    private final CaseRows cases;
    private final ConfigurationRows configuration;
    private final CaseCache cache;
    private final FreshnessCheck freshness;
    private final CaseLocks locks = new CaseLocks();
    private final WorldCount count;
    private final Snapshot empty;
    private final WorldLimits limits;
    private final WorldBudget budget;
    private final Object reading = new Object();
    private volatile Seed fixtures = Seed.NONE;
    private volatile @Nullable Base base;

    /**
     * Creates a store whose database has the newest schema.
     *
     * @param empty a snapshot without a world
     * @param budget the memory for what was read last, and for documents that are read
     */
    PostgresStore(
            Database database,
            StoredForms forms,
            Snapshot empty,
            WorldLimits limits,
            WorldBudget budget,
            Metrics metrics) {
        long share = budget.limit() / SHARES_OF_MEMORY;
        this.database = database;
        this.forms = forms;
        this.cases = new CaseRows(database, forms, new PackCache(share));
        this.cache = new CaseCache(share);
        this.configuration = new ConfigurationRows(forms);
        this.freshness = new FreshnessCheck(cases::check, cache::get);
        this.count = new WorldCount(database);
        this.empty = empty;
        this.limits = limits;
        this.budget = budget;
        metrics.gauge(
                "cases.store.version",
                "The version of the configuration that this replica has; lower than on others only until the next request",
                () -> Optional.ofNullable(base).map(Base::version).orElse(0L));
    }

    /**
     * The configuration at one version.
     *
     * @param snapshot with all domains, without their cases
     */
    private record Base(long version, Optional<String> fixtures, Snapshot snapshot) {}

    /** A snapshot with the rows that its cases were read from. */
    private record Loaded(Base base, Snapshot snapshot, Map<CaseKey, StoredCase> cases) {}

    @Override
    public boolean blocks() {
        return true;
    }

    @Override
    public Optional<String> problem() {
        return database.problem();
    }

    @Override
    public void close() {
        freshness.close();
        database.close();
    }

    @Override
    public WorldBudget budget() {
        return budget;
    }

    // ---- reading

    @Override
    public Snapshot now(CaseSelection selection) {
        return load(selection).snapshot();
    }

    @Override
    public CompletionStage<Snapshot> prepare(CaseSelection selection) {
        return selection instanceof CaseSelection.Single single
                ? freshness
                        .ask(single.keys())
                        .thenApply(answer -> load(single, answer).snapshot())
                : CompletableFuture.failedStage(new IllegalArgumentException("only of single cases"));
    }

    private Loaded load(CaseSelection selection) {
        if (selection instanceof CaseSelection.Single single) {
            Waiting.requireAllowed();
            return load(single, FreshnessCheck.join(freshness.ask(single.keys())));
        }
        Optional<String> domainId =
                selection instanceof CaseSelection.OfDomain one ? Optional.of(one.domainId()) : Optional.empty();
        return database.transact(Connection.TRANSACTION_REPEATABLE_READ, connection -> {
            Base now = read(connection);
            Map<CaseKey, StoredCase> found = new HashMap<>();
            cases.readAll(connection, domainId, found::put);
            return loaded(now, found);
        });
    }

    private Loaded load(CaseSelection.Single selection, FreshnessCheck.Answer answer) {
        Base now = base(answer.configuration());
        if (now.version() != answer.configuration()) {
            // Cases may have changed together with it since the question was answered.
            return loadTogether(selection);
        }
        Map<CaseKey, StoredCase> found = new HashMap<>();
        for (CaseKey key : selection.keys()) {
            StoredCase one = answer.cases().get(key);
            if (one == null) {
                cache.remove(key);
            } else {
                cache.put(key, one);
                found.put(key, one);
            }
        }
        return loaded(now, found);
    }

    private Loaded loadTogether(CaseSelection.Single selection) {
        return database.transact(Connection.TRANSACTION_REPEATABLE_READ, connection -> {
            Base now = read(connection);
            Map<CaseKey, StoredCase> found = new HashMap<>();
            for (CaseKey key : selection.keys()) {
                @Nullable StoredCase known = cache.get(key);
                cases.check(connection, List.of(key), Collections.singletonList(known))
                        .cases()
                        .get(0)
                        .ifPresent(one -> found.put(key, one));
            }
            return loaded(now, found);
        });
    }

    private Loaded loaded(Base now, Map<CaseKey, StoredCase> found) {
        World world = now.snapshot().world();
        if (found.size() == 1) {
            Map.Entry<CaseKey, StoredCase> one = found.entrySet().iterator().next();
            world = world.with(one.getKey(), one.getValue().seeded());
        } else {
            Map<String, Map<String, SeededCase>> byDomain = new HashMap<>();
            found.forEach((key, one) -> byDomain.computeIfAbsent(key.domainId(), first -> new HashMap<>())
                    .put(key.caseId(), one.seeded()));
            for (Map.Entry<String, Map<String, SeededCase>> one : byDomain.entrySet()) {
                world = world.with(one.getKey(), world.schema(one.getKey()), one.getValue());
            }
        }
        return new Loaded(now, now.snapshot().with(world), found);
    }

    private Base base(long version) {
        Base known = base;
        if (known != null && known.version() >= version) {
            return known;
        }
        synchronized (reading) {
            known = base;
            if (known == null || known.version() < version) {
                known = database.transact(Connection.TRANSACTION_REPEATABLE_READ, this::read);
                base = known;
            }
            return known;
        }
    }

    private Base read(Connection connection) throws SQLException {
        ConfigurationRows.Read read = configuration.read(connection);
        Base known = base;
        return known != null && known.version() == read.version()
                ? known
                : new Base(read.version(), read.fixtures(), snapshot(read));
    }

    private Snapshot snapshot(ConfigurationRows.Read read) {
        Map<String, Map<String, SeededCase>> domains = new HashMap<>();
        read.domains().keySet().forEach(id -> domains.put(id, Map.of()));
        Map<Scope, Behaviour> behaviours = read.behaviours();
        RateLimits rates = empty.rateLimits().everywhere(read.everywhere());
        for (Map.Entry<String, Rate> one : read.rateLimits().entrySet()) {
            rates = rates.with(one.getKey(), one.getValue());
        }
        return new Snapshot(
                fixtures,
                World.of(domains, read.domains()),
                empty.behaviours().restarted(behaviours),
                rates,
                read.examDomains());
    }

    // ---- changing

    @Override
    public Snapshot change(CaseSelection selection, WorldBudget.Reservation memory, UnaryOperator<Snapshot> change) {
        return change(selection, change, true);
    }

    @Override
    public Snapshot restore(CaseSelection selection, UnaryOperator<Snapshot> change) {
        return change(selection, change, false);
    }

    private Snapshot change(CaseSelection selection, UnaryOperator<Snapshot> change, boolean isLimited) {
        return attempt(first -> {
            Loaded before = load(selection);
            Snapshot after = change.apply(before.snapshot());
            if (isLimited) {
                count.run(
                        limits,
                        before.snapshot().world().size(),
                        after.world().size(),
                        () -> write(selection, before, after, Optional.empty()));
            } else {
                write(selection, before, after, Optional.empty());
            }
            return after;
        });
    }

    @Override
    public void seed(Seed seed, boolean replaces) {
        String fingerprint = Fingerprint.of(seed, forms);
        fixtures = seed;
        base = null;
        attempt(first -> {
            Loaded before = load(CaseSelection.ALL);
            Optional<String> present = before.base().fixtures();
            if (present.isEmpty() || (replaces && !present.get().equals(fingerprint))) {
                Snapshot after = before.snapshot().seeded(seed);
                write(
                        CaseSelection.ALL,
                        before,
                        present.isEmpty() ? after.with(empty.rateLimits()) : after,
                        Optional.of(fingerprint));
                LOG.info("The database was filled with these fixtures.");
            } else if (present.get().equals(fingerprint)) {
                LOG.info("The database was filled with the same fixtures before, and serves what became of them.");
            } else {
                LOG.warn(
                        "The database was filled with other fixtures before, and serves what became of those. A reset that is"
                                + " sent to this replica replaces them by these fixtures. Set the same cases.fixtures on all"
                                + " replicas, or use an empty database.");
            }
            return present;
        });
    }

    @Override
    public <R> R transact(Function<Transaction, R> work) {
        return attempt(first -> {
            Optional<R> written = first ? written(work) : Optional.empty();
            if (written.isPresent()) {
                return written.get();
            }
            try (Changing changing = new Changing(false)) {
                R result = work.apply(changing);
                changing.commit();
                return result;
            }
        });
    }

    // Based on what was read last, which may be outdated. A write would not succeed then; anything else may be wrong.
    private <R> Optional<R> written(Function<Transaction, R> work) {
        try (Changing changing = new Changing(true)) {
            R result;
            try {
                result = work.apply(changing);
            } catch (ServiceException e) {
                return Optional.empty();
            }
            return changing.commit() ? Optional.of(result) : Optional.empty();
        }
    }

    // Makes a change again as long as others are faster.
    private static <R> R attempt(Function<Boolean, R> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return change.apply(attempt == 1);
            } catch (Database.Conflict e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw Database.unavailable();
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
    }

    private void write(CaseSelection selection, Loaded before, Snapshot after, Optional<String> fingerprint) {
        Map<CaseKey, SeededCase> next = new HashMap<>();
        Set<CaseKey> gone = new HashSet<>(before.cases().keySet());
        for (String domainId : after.world().domainIds()) {
            after.world().cases(domainId).orElseThrow().forEach((caseId, one) -> {
                CaseKey key = new CaseKey(domainId, caseId);
                gone.remove(key);
                StoredCase known = before.cases().get(key);
                if (known == null || !isSame(known.seeded(), one)) {
                    next.put(key, one);
                }
            });
        }
        // Deleted with its domain.
        gone.removeIf(key -> !after.world().domainIds().contains(key.domainId()));
        boolean differs = ConfigurationRows.differ(before.snapshot(), after);
        if (!differs && fingerprint.isEmpty() && gone.isEmpty() && next.isEmpty()) {
            return;
        }
        database.transact(Connection.TRANSACTION_READ_COMMITTED, connection -> {
            requireUnchanged(connection, selection, before);
            if (differs || fingerprint.isPresent()) {
                configuration.write(connection, before.base().version(), before.snapshot(), after);
            }
            if (fingerprint.isPresent()) {
                configuration.setFixtures(connection, fingerprint.get());
            }
            for (CaseKey key : gone) {
                cases.delete(connection, Objects.requireNonNull(before.cases().get(key)));
            }
            for (Map.Entry<CaseKey, SeededCase> one : next.entrySet()) {
                write(connection, one.getKey(), before.cases().get(one.getKey()), one.getValue());
            }
            return true;
        });
    }

    // Also what is only read must still be as it was. Nothing of it changes then until the end of the transaction.
    private void requireUnchanged(Connection connection, CaseSelection selection, Loaded before) throws SQLException {
        if (selection instanceof CaseSelection.Single) {
            // A single case is checked when it is written.
            if (before.cases().size() > 1) {
                cases.lock(connection, before.cases().values());
            }
            return;
        }
        configuration.lock(connection, before.base().version());
        cases.lockAll(
                connection,
                selection instanceof CaseSelection.OfDomain one ? Optional.of(one.domainId()) : Optional.empty(),
                before.cases().values());
    }

    private StoredCase write(Connection connection, CaseKey key, @Nullable StoredCase before, SeededCase after)
            throws SQLException {
        if (before != null && CaseRows.continues(before, after)) {
            return cases.update(connection, before, (SeededCase.WithHistory) after);
        }
        if (before != null) {
            cases.delete(connection, before);
        }
        return cases.insert(connection, key, after);
    }

    // The generation tells histories with different events apart.
    private static boolean isSame(SeededCase before, SeededCase after) {
        return before == after
                || (before instanceof SeededCase.WithHistory one
                        && after instanceof SeededCase.WithHistory other
                        && one.history().extent().isSameAs(other.history().extent())
                        && one.edited().equals(other.edited()));
    }

    /** A change to single cases in progress. */
    private final class Changing implements Transaction, AutoCloseable {

        private final boolean first;
        private final Map<CaseKey, Optional<StoredCase>> read = new HashMap<>();
        private final Map<CaseKey, Optional<SeededCase.WithHistory>> written = new HashMap<>();
        private final CaseLocks.Held held = locks.none();

        /** @param first whether this is the first attempt, which may be based on what was read last */
        Changing(boolean first) {
            this.first = first;
        }

        @Override
        public DomainSchema schema(String domainId) {
            Base known = base;
            return (first && known != null ? known.snapshot() : now(CaseSelection.NONE))
                    .world()
                    .schema(domainId);
        }

        @Override
        public Optional<String> createdWith(String domainId, String clientToken) {
            return cases.createdWith(domainId, clientToken);
        }

        @Override
        public SeededCase.WithHistory existing(CaseKey key) {
            Optional<SeededCase.WithHistory> mine = written.get(key);
            if (mine != null) {
                return mine.orElseThrow(() -> new ServiceException(World.noSuchCase(key)));
            }
            held.take(key);
            StoredCase known = first ? cache.get(key) : null;
            if (known == null) {
                Loaded loaded = load(CaseSelection.of(key));
                known = loaded.cases().get(key);
                read.put(key, Optional.ofNullable(known));
                return loaded.snapshot().world().existing(key);
            }
            read.put(key, Optional.of(known));
            return World.of(Map.of(key.domainId(), Map.of(key.caseId(), known.seeded())))
                    .existing(key);
        }

        @Override
        public void put(CaseKey key, SeededCase.WithHistory next) {
            written.put(key, Optional.of(next));
        }

        @Override
        public void remove(CaseKey key) {
            written.put(key, Optional.empty());
        }

        // Returns whether there was something to write.
        boolean commit() {
            if (written.isEmpty()) {
                return false;
            }
            count.run(limits, read, written, this::write);
            return true;
        }

        private void write() {
            Map<CaseKey, Optional<StoredCase>> now = new HashMap<>();
            Database.Work<Boolean> work = connection -> {
                for (Map.Entry<CaseKey, Optional<SeededCase.WithHistory>> one : written.entrySet()) {
                    now.put(one.getKey(), write(connection, one.getKey(), one.getValue()));
                }
                return true;
            };
            try {
                if (isOneStatement()) {
                    database.run(work);
                } else {
                    database.transact(Connection.TRANSACTION_READ_COMMITTED, work);
                }
            } catch (RuntimeException e) {
                written.keySet().forEach(cache::remove);
                throw e;
            }
            now.forEach((key, one) -> one.ifPresentOrElse(made -> cache.put(key, made), () -> cache.remove(key)));
        }

        // Each statement is a transaction of its own.
        private boolean isOneStatement() {
            return written.size() == 1
                    && written.entrySet().stream().allMatch(one -> {
                        Optional<StoredCase> before = before(one.getKey());
                        return before.isEmpty()
                                || one.getValue().isEmpty()
                                || CaseRows.continues(
                                        before.get(), one.getValue().get());
                    });
        }

        private Optional<StoredCase> before(CaseKey key) {
            Optional<StoredCase> one = read.get(key);
            return one == null ? Optional.empty() : one;
        }

        private Optional<StoredCase> write(Connection connection, CaseKey key, Optional<SeededCase.WithHistory> next)
                throws SQLException {
            @Nullable StoredCase before = before(key).orElse(null);
            if (next.isPresent()) {
                return Optional.of(PostgresStore.this.write(connection, key, before, next.get()));
            }
            if (before != null) {
                cases.delete(connection, before);
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            held.close();
        }
    }
}
