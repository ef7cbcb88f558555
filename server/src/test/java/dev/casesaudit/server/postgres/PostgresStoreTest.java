package dev.casesaudit.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.postgresql.PostgresDatabase;
import dev.casesaudit.postgresql.PostgresServer;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.behaviour.ScopedBehaviours;
import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.fixture.Loaders;
import dev.casesaudit.server.fixture.StoredForms;
import dev.casesaudit.server.metrics.Metrics;
import dev.casesaudit.server.recording.RecordingRules;
import dev.casesaudit.server.throttle.RateLimits;
import dev.casesaudit.server.world.CaseSelection;
import dev.casesaudit.server.world.Snapshot;
import dev.casesaudit.server.world.WorldBudget;
import dev.casesaudit.server.world.WorldStore;
import dev.casesaudit.server.world.WorldStoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises; and two stores on one database, as two replicas have them. */
class PostgresStoreTest extends WorldStoreContract {

    private static final int CONNECTIONS = 10;
    private static final StoredForms FORMS =
            new StoredForms(Contract.operation(), Loaders.behaviours(), RecordingRules.ofTheMock());

    private static PostgresDatabase database = new PostgresDatabase(0, "none");

    private final List<WorldStore> replicas = new ArrayList<>();

    @BeforeAll
    static void makeDatabase() {
        database = PostgresServer.shared().newDatabase();
        migrated().close();
    }

    // A database of its own for each test would take most of the time of the test.
    @BeforeEach
    void empty() {
        database.execute("DELETE FROM domain; DELETE FROM behaviour; DELETE FROM rate_limit;"
                + " UPDATE configuration SET version = 0, fixtures = NULL");
    }

    @AfterEach
    void closeReplicas() {
        replicas.forEach(WorldStore::close);
    }

    private static WorldStore migrated() {
        return Postgresql.store(
                new Settings(
                        Optional.of(database.url()), Optional.of(PostgresDatabase.USER), Optional.empty(), 2, true),
                FORMS,
                nothing(),
                WorldLimits.NONE,
                new WorldBudget(1 << 20),
                Metrics.NONE);
    }

    private static Snapshot nothing() {
        return Snapshot.empty(
                new ScopedBehaviours(Loaders.behaviours()), new RateLimits(Optional.empty(), System::nanoTime));
    }

    @Override
    protected WorldStore open(WorldLimits limits) {
        return new PostgresStore(
                new Database(
                        new Database.Address(
                                database.url(), Optional.of(PostgresDatabase.USER), Optional.empty(), CONNECTIONS),
                        Metrics.NONE),
                FORMS,
                nothing(),
                limits,
                new WorldBudget(64 << 20),
                Metrics.NONE);
    }

    private record Settings(
            Optional<String> url, Optional<String> user, Optional<String> password, int connections, boolean migrate)
            implements CasesConfig.Postgresql {}

    private WorldStore replica() {
        WorldStore replica = open(WorldLimits.NONE);
        replica.seed(seed(Map.of(CASE, history(1))), false);
        replicas.add(replica);
        return replica;
    }

    @Test
    void showsOneReplicaWhatAnotherAcknowledged() {
        WorldStore one = replica();
        WorldStore other = replica();

        for (int i = 1; i <= 20; i++) {
            append(i % 2 == 0 ? one : other, CASE, event(String.valueOf(i)));
            assertThat(ids(historyOf(i % 2 == 0 ? other : one, CASE)))
                    .hasSize(i + 1)
                    .startsWith(String.valueOf(i));
        }
        one.change(CaseSelection.NONE, now -> now.withBehaviour(Scope.of(CASE), Optional.of(behaviour("Conflict"))));
        assertThat(other.now(CaseSelection.NONE).behaviours().has(Scope.of(CASE)))
                .isTrue();
        other.change(CaseSelection.ofDomain("d"), now -> now.withoutDomain("d"));
        assertThatThrownBy(() -> historyOf(one, CASE)).isInstanceOf(ServiceException.class);
    }

    @Test
    void basesTheTransactionOfAReplicaOnWhatAnotherAcknowledged() {
        WorldStore one = replica();
        WorldStore other = replica();
        historyOf(one, CASE);
        historyOf(other, CASE);
        append(other, CASE, event("new"));

        assertThat(one.<Integer>transact(world -> world.existing(CASE).size())).isEqualTo(2);

        other.transact(world -> {
            world.existing(CASE);
            world.remove(CASE);
            return true;
        });
        assertThatThrownBy(() -> one.transact(world -> world.existing(CASE))).isInstanceOf(ServiceException.class);
    }

    @Test
    void keepsOneChainOfTheChangesOfAllReplicas() throws InterruptedException, ExecutionException {
        List<WorldStore> all = List.of(replica(), replica(), replica());
        List<Callable<Boolean>> writers = IntStream.range(0, 9)
                .<Callable<Boolean>>mapToObj(writer -> () -> {
                    for (int i = 0; i < 20; i++) {
                        append(all.get(writer % 3), CASE, event(writer + "-" + i));
                    }
                    return true;
                })
                .toList();

        inParallel(writers);

        for (WorldStore one : all) {
            assertThat(ids(historyOf(one, CASE)))
                    .hasSize(181)
                    .doesNotHaveDuplicates()
                    .isEqualTo(ids(historyOf(all.get(0), CASE)));
        }
    }

    @Test
    void keepsTheWorldForTheNextProcess() {
        WorldStore first = replica();
        append(first, CASE, event("new"));
        AuditHistory before = historyOf(first, CASE);
        first.close();

        AuditHistory after = historyOf(replica(), CASE);

        assertThat(ids(after)).containsExactly("new", "0");
        assertThat(after.extent()).isEqualTo(before.extent());
    }

    @Test
    void loadsFixturesOnce() {
        WorldStore first = replica();
        append(first, CASE, event("new"));
        WorldStore second = open(WorldLimits.NONE);
        replicas.add(second);

        second.seed(seed(Map.of(CASE, history(1), OTHER, history(2))), false);
        assertThat(second.now(CaseSelection.ALL).world().cases("d").orElseThrow())
                .containsOnlyKeys("c");
        assertThat(ids(historyOf(second, CASE))).containsExactly("new", "0");

        // In dev mode, after a file was saved.
        second.seed(seed(Map.of(CASE, history(1), OTHER, history(2))), true);
        assertThat(first.now(CaseSelection.ALL).world().cases("d").orElseThrow())
                .containsOnlyKeys("c", "other");
    }
}
