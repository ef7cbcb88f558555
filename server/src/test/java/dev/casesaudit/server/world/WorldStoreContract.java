package dev.casesaudit.server.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.casesaudit.api.model.FieldNamespace;
import dev.casesaudit.api.model.FieldType;
import dev.casesaudit.api.model.FieldValueUnion;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseContent;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.ClientToken;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.behaviour.Behaviour;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.behaviour.fault.FaultScript;
import dev.casesaudit.server.collection.PersistentMap;
import dev.casesaudit.server.document.Place;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.RetryAfter;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.field.DomainSchema;
import dev.casesaudit.server.field.Field;
import dev.casesaudit.server.field.FieldValues;
import dev.casesaudit.server.field.Template;
import dev.casesaudit.server.fixture.Loaders;
import dev.casesaudit.server.page.CursorCodec;
import dev.casesaudit.server.page.TokenKey;
import dev.casesaudit.server.throttle.Rate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store promises, wherever it keeps the world. */
public abstract class WorldStoreContract {

    protected static final CaseKey CASE = new CaseKey("d", "c");
    protected static final CaseKey OTHER = new CaseKey("d", "other");

    private static final int THREADS = 8;
    private static final int UPDATES = 25;
    private static final int LONGEST_TOKEN = 64;
    private static final Instant TIME = Instant.parse("2026-03-09T16:45:00.123Z");

    private final List<WorldStore> opened = new ArrayList<>();
    private final CursorCodec cursors = new CursorCodec(TokenKey.random());

    /** Opens a store without a world. */
    protected abstract WorldStore open(WorldLimits limits);

    @AfterEach
    void close() {
        opened.forEach(WorldStore::close);
    }

    private WorldStore store(WorldLimits limits) {
        WorldStore store = open(limits);
        opened.add(store);
        return store;
    }

    private WorldStore store() {
        return store(WorldLimits.NONE);
    }

    /** A store whose fixtures are one case. */
    private WorldStore storeOf(SeededCase one) {
        WorldStore store = store();
        store.seed(seed(Map.of(CASE, one)), false);
        return store;
    }

    // ---- reads

    @Test
    void isEmptyAtFirst() {
        assertThat(store().now(CaseSelection.ALL).world().domainIds()).isEmpty();
    }

    @Test
    void returnsTheWorldOfTheFixtures() {
        Seed fixtures = new Seed(Loaders.world(), Map.of(Scope.of(CASE.domainId()), behaviour("Throttling*2, ok")));
        WorldStore store = store();

        store.seed(fixtures, false);

        Snapshot now = store.now(CaseSelection.ALL);
        assertThat(Loaders.export().world(now.world(), now.behaviours()).toString())
                .isEqualTo(Loaders.export()
                        .world(fixtures.world(), now.behaviours())
                        .toString());
        assertThat(now.world().size().cases()).isEqualTo(fixtures.world().size().cases());
        assertThat(now.world().size().events())
                .isEqualTo(fixtures.world().size().events());
        assertThat(now.behaviours().configured(Scope.of(CASE.domainId())).behaviour())
                .isEqualTo(behaviour("Throttling*2, ok"));
    }

    @Test
    void returnsOneCaseADomainOrAll() {
        WorldStore store = store();
        store.seed(seed(Map.of(CASE, history(3), OTHER, history(2), new CaseKey("e", "c"), history(1))), false);

        assertThat(size(store.now(CaseSelection.of(CASE)), CASE)).isEqualTo(3);
        Snapshot both = store.now(CaseSelection.of(CASE, new CaseKey("e", "c")));
        assertThat(size(both, CASE)).isEqualTo(3);
        assertThat(size(both, new CaseKey("e", "c"))).isEqualTo(1);
        assertThat(store.now(CaseSelection.ofDomain("d")).world().cases("d").orElseThrow())
                .containsOnlyKeys("c", "other");
        assertThat(store.now(CaseSelection.ALL).world().domainIds()).containsExactlyInAnyOrder("d", "e");
        assertThat(store.now(CaseSelection.NONE).world().domainIds()).containsExactlyInAnyOrder("d", "e");
    }

    @Test
    void tellsMissingCasesFromMissingDomains() {
        WorldStore store = storeOf(history(1));
        CaseKey elsewhere = new CaseKey("nowhere", "c");

        assertThat(refusal(() -> store.now(CaseSelection.of(OTHER)).world().existing(OTHER)))
                .isEqualTo(World.noSuchCase(OTHER).message());
        assertThat(refusal(() -> store.now(CaseSelection.of(elsewhere)).world().existing(elsewhere)))
                .isEqualTo(World.noSuchDomain("nowhere").message());
        assertThat(refusal(() -> store.transact(world -> world.existing(OTHER))))
                .isEqualTo(World.noSuchCase(OTHER).message());
        assertThat(refusal(() -> store.transact(world -> world.existing(elsewhere))))
                .isEqualTo(World.noSuchDomain("nowhere").message());
        assertThat(refusal(() -> store.transact(world -> world.schema("nowhere"))))
                .isEqualTo(World.noSuchDomain("nowhere").message());
    }

    @Test
    void preparesTheSameForAThreadThatMayNotWait() throws ExecutionException, InterruptedException {
        WorldStore store = storeOf(history(3));

        assertThat(size(
                        store.prepare(CaseSelection.of(CASE))
                                .toCompletableFuture()
                                .get(),
                        CASE))
                .isEqualTo(3);
    }

    @Test
    void returnsHistoriesOfAnySizeByteForByte() {
        List<Integer> sizes = List.of(0, 1, 63, 64, 65, 999, 1_000, 1_001, 5_000);
        WorldStore store = store();
        Map<CaseKey, SeededCase> all = new HashMap<>();
        sizes.forEach(size -> all.put(sized(size), history(size)));
        store.seed(seed(all), false);

        for (int size : sizes) {
            AuditHistory history = historyOf(store, sized(size));
            assertThat(texts(history)).isEqualTo(texts(history(size).history()));
            assertThat(history.extent().size()).isEqualTo(size);
            assertThat(history.newestTime()).isEqualTo(history(size).history().newestTime());
            assertThat(history.newestFirst(size / 2, 25).events())
                    .isEqualTo(history(size).history().newestFirst(size / 2, 25).events());
        }
    }

    private static CaseKey sized(int size) {
        return new CaseKey("d", "of-" + size);
    }

    @Test
    void keepsTheTimeOfTheNewestEvent() {
        List<String> times = List.of(
                "0001-01-01T00:00:00Z",
                "1582-10-10T12:00:00Z",
                "1969-12-31T23:59:59.999Z",
                // Local times that exist twice or never where tests run.
                "2026-04-04T16:30:00Z",
                "2026-10-03T16:30:00Z",
                "2026-01-01T00:00:00.123456789Z",
                "9999-12-31T23:59:59.999999999Z");
        WorldStore store = store();
        Map<CaseKey, SeededCase> all = new HashMap<>();
        times.forEach(time -> all.put(
                new CaseKey("d", time), new SeededCase.WithHistory(AuditHistory.of(List.of(event("1", time))))));
        store.seed(seed(all), false);

        for (String time : times) {
            CaseKey key = new CaseKey("d", time);
            assertThat(historyOf(store, key).newestTime()).isEqualTo(time);
            append(store, key, event("2", time));
            assertThat(historyOf(store, key).newestTime()).isEqualTo(time);
        }
    }

    @Test
    void keepsFieldsAndTemplates() {
        DomainSchema schema = new DomainSchema(
                List.of(new Field(
                        "f",
                        EMOJI + "\u0000'\"\\%_$1::{}\u0130.",
                        FieldType.TEXT,
                        FieldNamespace.CUSTOM,
                        List.of(),
                        true)),
                List.of(new Template("t", List.of("title", "f"))));
        WorldStore store = store();
        store.seed(new Seed(World.of(Map.of("d", Map.of("c", history(1))), Map.of("d", schema)), Map.of()), false);

        DomainSchema kept = store.now(CaseSelection.NONE).world().schema("d");

        assertThat(kept.declaredFields()).isEqualTo(schema.declaredFields());
        assertThat(kept.declaredTemplates()).isEqualTo(schema.declaredTemplates());
        assertThat(store.<DomainSchema>transact(world -> world.schema("d")).declaredFields())
                .isEqualTo(schema.declaredFields());
    }

    // ---- changes

    @Test
    void showsAChangeToLaterReadersOnly() {
        WorldStore store = storeOf(history(2));
        Snapshot before = store.now(CaseSelection.of(CASE));

        append(store, CASE, event("new"));

        assertThat(before.world().existing(CASE).size()).isEqualTo(2);
        assertThat(texts(before.world().existing(CASE).history()))
                .isEqualTo(texts(history(2).history()));
        assertThat(texts(historyOf(store, CASE)).get(0)).contains("new");
        assertThat(size(store.now(CaseSelection.ALL), CASE)).isEqualTo(3);
    }

    @Test
    void returnsTheSnapshotAfterAChange() {
        WorldStore store = storeOf(history(2));

        Snapshot after = store.change(
                CaseSelection.of(CASE),
                now -> now.with(
                        now.world().with(CASE, now.world().existing(CASE).grown(longer(now, "x")))));

        assertThat(size(after, CASE)).isEqualTo(3);
        assertThat(texts(after.world().existing(CASE).history()).get(0)).contains("x");
    }

    private static AuditHistory longer(Snapshot now, String eventId) {
        return now.world().existing(CASE).history().with(List.of(event(eventId)));
    }

    @Test
    void changesNothingWhenTheChangeFails() {
        WorldStore store = storeOf(history(2));

        assertThatThrownBy(() -> store.change(CaseSelection.of(CASE), now -> {
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThatThrownBy(() -> store.transact(world -> {
                    world.put(CASE, with(world.existing(CASE), "lost"));
                    world.put(OTHER, history(1));
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");

        assertThat(historyOf(store, CASE).size()).isEqualTo(2);
        assertThat(find(store, OTHER)).isEmpty();
    }

    @Test
    void readsInATransactionWhatItHasWritten() {
        WorldStore store = storeOf(history(1));

        int size = store.transact(world -> {
            world.put(CASE, with(world.existing(CASE), "2"));
            world.put(CASE, with(world.existing(CASE), "3"));
            world.put(OTHER, history(2));
            assertThat(world.existing(OTHER).size()).isEqualTo(2);
            return world.existing(CASE).size();
        });

        assertThat(size).isEqualTo(3);
        assertThat(ids(historyOf(store, CASE))).containsExactly("3", "2", "0");
        assertThat(historyOf(store, OTHER).size()).isEqualTo(2);
    }

    @Test
    void hasNoCaseInATransactionThatHasRemovedIt() {
        WorldStore store = storeOf(history(1));

        store.transact(world -> {
            world.existing(CASE);
            world.remove(CASE);
            assertThatThrownBy(() -> world.existing(CASE)).isInstanceOf(ServiceException.class);
            return true;
        });

        assertThat(find(store, CASE)).isEmpty();
        assertThat(store.now(CaseSelection.NONE).world().domainIds()).containsExactly("d");
    }

    @Test
    void makesAChangeAgainIfAnotherWasFaster() {
        WorldStore store = storeOf(history(1));
        AtomicInteger runs = new AtomicInteger();

        store.change(CaseSelection.of(CASE), now -> {
            if (runs.incrementAndGet() == 1) {
                append(store, CASE, event("faster"));
            }
            return now.with(now.world().with(CASE, with(now.world().existing(CASE), "slower")));
        });

        assertThat(runs).hasValue(2);
        assertThat(ids(historyOf(store, CASE))).containsExactly("slower", "faster", "0");
    }

    @Test
    void makesATransactionAgainIfAnotherWasFaster() {
        WorldStore store = storeOf(history(1));
        AtomicInteger runs = new AtomicInteger();

        store.transact(world -> {
            SeededCase.WithHistory before = world.existing(CASE);
            if (runs.incrementAndGet() == 1) {
                append(store, CASE, event("faster"));
            }
            world.put(CASE, with(before, "slower"));
            return true;
        });

        assertThat(ids(historyOf(store, CASE))).containsExactly("slower", "faster", "0");
    }

    @Test
    void basesAChangeOnlyOnWhatStillHolds() {
        WorldStore store = store();
        store.seed(seed(Map.of(CASE, history(1), OTHER, history(9))), false);
        AtomicInteger runs = new AtomicInteger();

        // Copies one case to another, of which the first changes meanwhile.
        store.change(CaseSelection.of(CASE, OTHER), now -> {
            SeededCase original = now.world().existing(CASE);
            if (runs.incrementAndGet() == 1) {
                append(store, CASE, event("faster"));
            }
            return now.with(now.world().with(OTHER, original.copied()));
        });

        assertThat(ids(historyOf(store, OTHER))).containsExactly("faster", "0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void basesAChangeOfEverythingOnAllCasesThatThereAre(boolean isNew) {
        WorldStore store = storeOf(history(1));
        CaseKey changed = isNew ? OTHER : CASE;
        AtomicInteger runs = new AtomicInteger();

        store.restore(CaseSelection.ALL, now -> {
            if (runs.incrementAndGet() == 1) {
                store.transact(world -> {
                    world.put(changed, isNew ? history(1) : with(world.existing(CASE), "faster"));
                    return true;
                });
            }
            return now.reset();
        });

        assertThat(store.now(CaseSelection.ALL).world().cases("d").orElseThrow())
                .containsOnlyKeys("c");
        assertThat(ids(historyOf(store, CASE))).containsExactly("0");
    }

    @Test
    void givesEachOfManyThreadsItsPlaceInOneChain() throws InterruptedException, ExecutionException {
        WorldStore store = storeOf(new SeededCase.WithHistory(history(1).history(), Optional.of(titled("0"))));
        List<Callable<Boolean>> writers = IntStream.range(0, THREADS)
                .<Callable<Boolean>>mapToObj(thread -> () -> {
                    for (int i = 0; i < UPDATES; i++) {
                        chain(store, thread + "-" + i);
                    }
                    return true;
                })
                .toList();

        inParallel(writers);

        List<String> links = ids(historyOf(store, CASE));
        assertThat(links).hasSize(THREADS * UPDATES + 1).doesNotHaveDuplicates();
        for (int i = 0; i < links.size() - 1; i++) {
            assertThat(links.get(i)).endsWith("<" + links.get(i + 1).split("<", 2)[0]);
        }
    }

    // Names the value before in the event, and the new one in the content.
    private static void chain(WorldStore store, String value) {
        store.transact(world -> {
            SeededCase.WithHistory before = world.existing(CASE);
            String old = ((FieldValueUnion.StringValue)
                            before.content().value("title", CASE.caseId()).orElseThrow())
                    .stringValue();
            world.put(
                    CASE,
                    new SeededCase.WithHistory(
                            before.history().with(List.of(event(value + "<" + old))), Optional.of(titled(value))));
            return true;
        });
    }

    // ---- deletions

    @Test
    void hasNothingLeftOfADeletedCaseInAWalk() {
        WorldStore store = storeOf(history(200));
        AuditHistory begun = historyOf(store, CASE);
        AuditHistory.Slice first = begun.newestFirst(Long.MAX_VALUE, 25);
        assertThat(first.size()).isEqualTo(25);
        String token = cursors.encode(first.next(), CASE, begun);

        delete(store, CASE);
        assertThat(find(store, CASE)).isEmpty();
        // What was read of it before is still there, or is refused; it is never something else.
        try {
            assertThat(texts(begun)).isEqualTo(texts(history(200).history()));
        } catch (Outdated e) {
            assertThat(e).hasMessageContaining("deleted");
        }

        put(store, CASE, history(200));
        assertThat(cursors.decode(token, CASE, historyOf(store, CASE))).isEmpty();
    }

    @Test
    void deletesADomainWithAllThatIsInIt() {
        WorldStore store = store();
        store.seed(
                new Seed(
                        World.of(Map.of("d", Map.of("c", history(3)), "e", Map.of("c", history(1)))),
                        Map.of(Scope.of("d"), behaviour("Throttling"), Scope.of(CASE), behaviour("Conflict"))),
                false);
        store.change(CaseSelection.NONE, now -> now.with(now.rateLimits().with("d", new Rate(1, 1))));

        store.change(CaseSelection.ofDomain("d"), now -> now.withoutDomain("d"));

        Snapshot now = store.now(CaseSelection.ALL);
        assertThat(now.world().domainIds()).containsExactly("e");
        assertThat(now.behaviours().all()).isEmpty();
        assertThat(now.rateLimits().list()).isEmpty();
        put(store, CASE, history(2));
        assertThat(historyOf(store, CASE).size()).isEqualTo(2);
    }

    // ---- client tokens

    @Test
    void findsTheCaseOfAClientToken() {
        WorldStore store = storeOf(history(1));
        create(store, OTHER, "token");

        assertThat(createdWith(store, "d", "token")).contains("other");
        assertThat(createdWith(store, "d", "TOKEN")).isEmpty();
        assertThat(createdWith(store, "e", "token")).isEmpty();

        delete(store, OTHER);
        assertThat(createdWith(store, "d", "token")).isEmpty();
        create(store, OTHER, "token");
        assertThat(createdWith(store, "d", "token")).contains("other");
    }

    @Test
    void letsOneOfManyCreateTheCaseOfAToken() throws InterruptedException, ExecutionException {
        WorldStore store = storeOf(history(1));
        List<Callable<String>> creators = IntStream.range(0, THREADS)
                .<Callable<String>>mapToObj(thread -> () -> store.transact(world -> {
                    Optional<String> earlier = world.createdWith("d", "token");
                    if (earlier.isEmpty()) {
                        world.put(new CaseKey("d", "made-" + thread), created("token"));
                    }
                    return earlier.orElse("made-" + thread);
                }))
                .toList();

        Set<String> made = new HashSet<>(inParallel(creators));

        assertThat(made).hasSize(1);
        assertThat(store.now(CaseSelection.ALL).world().cases("d").orElseThrow())
                .containsOnlyKeys("c", made.iterator().next());
    }

    @Test
    void leavesTheTokenWithTheOriginalOfACopy() {
        WorldStore store = storeOf(history(1));
        create(store, OTHER, "token");
        CaseKey copy = new CaseKey("d", "copy");

        store.change(
                CaseSelection.of(OTHER, copy),
                now -> now.with(
                        now.world().with(copy, now.world().existing(OTHER).copied())));

        assertThat(createdWith(store, "d", "token")).contains("other");
        assertThat(texts(historyOf(store, copy))).isEqualTo(texts(historyOf(store, OTHER)));
    }

    // ---- generations of page tokens

    @Test
    void keepsTokensWhileMoreIsRecorded() {
        WorldStore store = storeOf(history(100));
        String ofOriginal = cursors.encode(50, CASE, historyOf(store, CASE));
        append(store, CASE, event("later"));
        String ofLater = cursors.encode(100, CASE, historyOf(store, CASE));
        append(store, CASE, event("latest"));

        assertThat(cursors.decode(ofOriginal, CASE, historyOf(store, CASE))).contains(50L);
        assertThat(cursors.decode(ofLater, CASE, historyOf(store, CASE))).contains(100L);
    }

    @Test
    void takesTokensOfFixturesInEveryProcess() {
        String token = cursors.encode(1, CASE, historyOf(storeOf(history(3)), CASE));

        assertThat(cursors.decode(token, CASE, history(3).history())).contains(1L);
    }

    @Test
    void keepsTokensOfTheFixturesAfterAReset() {
        WorldStore store = storeOf(history(100));
        String ofOriginal = cursors.encode(50, CASE, historyOf(store, CASE));
        append(store, CASE, event("later"));
        String ofLater = cursors.encode(100, CASE, historyOf(store, CASE));

        store.restore(CaseSelection.of(CASE), now -> now.reset(CASE));
        append(store, CASE, event("another"));

        assertThat(cursors.decode(ofOriginal, CASE, historyOf(store, CASE))).contains(50L);
        assertThat(cursors.decode(ofLater, CASE, historyOf(store, CASE))).isEmpty();
    }

    @Test
    void refusesTokensOfAHistoryThatWasReplaced() {
        WorldStore store = storeOf(history(100));
        String token = cursors.encode(50, CASE, historyOf(store, CASE));

        put(store, CASE, history(100));
        assertThat(cursors.decode(token, CASE, historyOf(store, CASE))).isEmpty();

        String next = cursors.encode(50, CASE, historyOf(store, CASE));
        delete(store, CASE);
        put(store, CASE, history(100));
        assertThat(cursors.decode(next, CASE, historyOf(store, CASE))).isEmpty();
    }

    // ---- reset, import, copy

    @Test
    void goesBackToTheFixtures() {
        WorldStore store = store();
        store.seed(
                new Seed(
                        World.of(Map.of("d", Map.of("c", history(3), "other", history(2)))),
                        Map.of(Scope.of("d"), behaviour("Throttling"))),
                false);
        append(store, CASE, event("later"));
        delete(store, OTHER);
        put(store, new CaseKey("e", "c"), history(1));
        store.change(
                CaseSelection.NONE,
                now -> now.withBehaviour(Scope.EVERYTHING, Optional.of(behaviour("Conflict")))
                        .withBehaviour(Scope.of("d"), Optional.empty())
                        .with(now.rateLimits().with("d", new Rate(1, 1))));

        store.restore(CaseSelection.ALL, Snapshot::reset);

        Snapshot now = store.now(CaseSelection.ALL);
        assertThat(now.world().domainIds()).containsExactly("d");
        assertThat(ids(historyOf(store, CASE))).containsExactly("2", "1", "0");
        assertThat(historyOf(store, OTHER).size()).isEqualTo(2);
        assertThat(now.behaviours().all()).containsOnlyKeys(Scope.of("d"));
        assertThat(now.rateLimits().list()).isEmpty();
    }

    @Test
    void importsWhatWasExported() {
        WorldStore store = storeOf(history(70));
        create(store, OTHER, "token");
        put(store, new CaseKey("e", "f"), new SeededCase.AlwaysFailing(failure("no")));
        store.change(
                CaseSelection.NONE, now -> now.withBehaviour(Scope.of(CASE), Optional.of(behaviour("Conflict*3"))));
        Snapshot before = store.now(CaseSelection.ALL);
        var exported = Loaders.export().world(before.exported(), before.behaviours());

        Seed imported = Loaders.world(Loaders.fixtures(), exported).renewed();
        store.restore(CaseSelection.ALL, Snapshot::reset);
        store.change(CaseSelection.ALL, now -> now.imported(imported));

        Snapshot after = store.now(CaseSelection.ALL);
        assertThat(Loaders.export().world(after.exported(), after.behaviours()).toString())
                .isEqualTo(exported.toString());
        assertThat(createdWith(store, "d", "token")).contains("other");
    }

    @Test
    void copiesHistoriesOfAnySize() {
        List<Integer> sizes = List.of(0, 1, 64, 1_001, 3_000);
        WorldStore store = store();
        Map<CaseKey, SeededCase> all = new HashMap<>();
        sizes.forEach(size -> all.put(sized(size), history(size)));
        store.seed(seed(all), false);

        for (int size : sizes) {
            CaseKey copy = new CaseKey("elsewhere", "of-" + size);
            append(store, sized(size), event("later"));
            store.change(
                    CaseSelection.of(sized(size), copy),
                    now -> now.with(now.world()
                            .with(copy, now.world().existing(sized(size)).copied())));
            append(store, copy, event("own"));

            assertThat(texts(historyOf(store, copy)).subList(1, size + 2))
                    .isEqualTo(texts(historyOf(store, sized(size))));
            delete(store, sized(size));
            assertThat(ids(historyOf(store, copy))).hasSize(size + 2).startsWith("own", "later");
        }
    }

    @Test
    void keepsRunningExamsApart() {
        WorldStore store = storeOf(history(1));

        store.change(
                CaseSelection.NONE,
                now -> now.withExam(
                        Map.of("exam", Map.of("task", history(2))),
                        Map.of(Scope.of(new CaseKey("exam", "task")), behaviour("Throttling"))));

        Snapshot now = store.now(CaseSelection.ALL);
        assertThat(now.examDomains()).containsExactly("exam");
        assertThat(now.exported().domainIds()).containsExactly("d");
        assertThat(size(now, new CaseKey("exam", "task"))).isEqualTo(2);

        store.change(CaseSelection.ALL, last -> last.withoutDomain("exam"));
        assertThat(store.now(CaseSelection.NONE).examDomains()).isEmpty();
    }

    // ---- behaviours and rate limits

    @Test
    void keepsBehavioursOfEveryScope() {
        WorldStore store = storeOf(history(1));
        Map<Scope, Behaviour> configured = Map.of(
                Scope.EVERYTHING,
                behaviour("Throttling(retryAfter=3)"),
                Scope.of("a"),
                behaviour("error(503, message=\"\\u0000 " + EMOJI + "\")*forever"),
                Scope.of(new CaseKey("a", "bc")),
                behaviour("Conflict"),
                Scope.of(new CaseKey("ab", "c")),
                behaviour("ok, reset"));

        store.change(CaseSelection.NONE, now -> now.with(now.behaviours().with(configured)));

        Map<Scope, Behaviour> kept = new HashMap<>();
        store.now(CaseSelection.NONE)
                .behaviours()
                .all()
                .forEach((scope, active) -> kept.put(scope, active.behaviour()));
        assertThat(kept).isEqualTo(configured);
    }

    @Test
    void keepsRateLimits() {
        WorldStore store = storeOf(history(1));
        Rate awkward = new Rate(0.1, 7, FaultScript.parseError("error(503, message=\"\\u0000 " + EMOJI + "\")"));

        store.change(
                CaseSelection.NONE,
                now -> now.with(now.rateLimits()
                        .with("d", awkward)
                        .with("e", new Rate(1e-9, 1))
                        .everywhere(Optional.of(new Rate(1e9, Integer.MAX_VALUE)))));

        Snapshot now = store.now(CaseSelection.NONE);
        assertThat(now.rateLimits().list()).isEqualTo(Map.of("d", awkward, "e", new Rate(1e-9, 1)));
        assertThat(now.rateLimits().everywhere()).contains(new Rate(1e9, Integer.MAX_VALUE));
    }

    // ---- limits

    @Test
    void refusesACaseAboveTheLimitAndStaysAsItWas() {
        WorldStore store = store(new WorldLimits(2, 10));
        store.seed(seed(Map.of(CASE, history(1))), false);
        create(store, OTHER, "token");

        CaseKey third = new CaseKey("d", "third");
        assertThatThrownBy(() -> create(store, third, "another")).isInstanceOf(WorldLimits.Exceeded.class);
        assertThatThrownBy(() -> put(store, third, history(1))).isInstanceOf(WorldLimits.Exceeded.class);

        assertThat(find(store, third)).isEmpty();
        delete(store, OTHER);
        create(store, third, "another");
        assertThat(createdWith(store, "d", "another")).contains("third");
    }

    @Test
    void refusesEventsAboveTheLimitAndStaysAsItWas() {
        WorldStore store = store(new WorldLimits(2, 3));
        store.seed(seed(Map.of(CASE, history(2))), false);

        append(store, CASE, event("2"));
        assertThatThrownBy(() -> append(store, CASE, event("3"))).isInstanceOf(WorldLimits.Exceeded.class);
        assertThatThrownBy(() -> put(store, OTHER, history(1))).isInstanceOf(WorldLimits.Exceeded.class);

        assertThat(ids(historyOf(store, CASE))).containsExactly("2", "1", "0");
        assertThat(find(store, OTHER)).isEmpty();
    }

    @Test
    void countsAChangeOnceHoweverOftenItIsMade() {
        WorldStore store = store(new WorldLimits(2, 10));
        store.seed(seed(Map.of(CASE, history(1))), false);
        // One more event for each run would exceed the limit at the last.
        AtomicInteger runs = new AtomicInteger();

        store.transact(world -> {
            SeededCase.WithHistory before = world.existing(CASE);
            if (runs.incrementAndGet() <= 3) {
                append(store, CASE, event("faster-" + runs));
            }
            world.put(
                    CASE,
                    new SeededCase.WithHistory(before.history()
                            .with(IntStream.range(0, 5)
                                    .mapToObj(i -> event("slower-" + i))
                                    .toList())));
            return true;
        });
        append(store, CASE, event("last"));

        assertThat(historyOf(store, CASE).size()).isEqualTo(10);
    }

    // ---- awkward values

    private static final String EMOJI = "\ud83d\ude00";
    private static final String AWKWARD =
            "\u0000'\"\\%_$1::{}\t\r\n \u0130\u0131\u00df\u00e9e\u0301\u05d0\u202e\ufffe\uffff" + EMOJI;

    private static final List<String> TEXTS = List.of(
            EMOJI.repeat(500),
            "x".repeat(500),
            AWKWARD,
            "\u0000",
            "\u0000\u0000",
            "a\u0000",
            "a",
            "A",
            " ",
            "..",
            "a/b?c#d%00",
            "NULL",
            "'; DROP TABLE audit_case; --",
            "\\x00",
            // The same to a reader or a collation, but other characters.
            "\u00e9",
            "e\u0301",
            "E\u0301",
            "I",
            "\u0130",
            "i\u0307");

    @Test
    void takesIdsOfAnyCharacters() {
        WorldStore store = store();
        Map<CaseKey, SeededCase> all = new HashMap<>();
        TEXTS.forEach(id -> all.put(new CaseKey(id, id), history(1)));
        store.seed(seed(all), false);
        store.change(
                CaseSelection.NONE,
                now -> now.with(now.behaviours()
                        .with(TEXTS.stream()
                                .collect(Collectors.toMap(
                                        id -> Scope.of(new CaseKey(id, id)), id -> behaviour("ok"))))));

        for (String id : TEXTS) {
            CaseKey key = new CaseKey(id, id);
            append(store, key, event("later"));
            assertThat(ids(historyOf(store, key))).as(id).containsExactly("later", "0");
            assertThat(store.now(CaseSelection.ofDomain(id)).world().cases(id).orElseThrow())
                    .containsOnlyKeys(id);
        }
        Snapshot now = store.now(CaseSelection.ALL);
        assertThat(now.world().domainIds()).containsExactlyInAnyOrderElementsOf(TEXTS);
        assertThat(now.behaviours().all()).hasSameSizeAs(TEXTS);
        for (String id : TEXTS) {
            assertThat(now.behaviours().has(Scope.of(new CaseKey(id, id))))
                    .as(id)
                    .isTrue();
            delete(store, new CaseKey(id, id));
            assertThat(find(store, new CaseKey(id, id))).as(id).isEmpty();
        }
    }

    @Test
    void tellsIdsApartThatDifferInAnything() {
        WorldStore store = store();
        Map<CaseKey, SeededCase> all = new HashMap<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            all.put(new CaseKey("d", TEXTS.get(i)), history(i));
        }
        store.seed(seed(all), false);

        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(historyOf(store, new CaseKey("d", TEXTS.get(i))).size()).isEqualTo(i);
        }
    }

    @Test
    void takesContentAndClientTokensOfAnyCharacters() {
        WorldStore store = store();
        Map<CaseKey, SeededCase> all = new HashMap<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            all.put(
                    new CaseKey("d", "" + i),
                    new SeededCase.WithHistory(
                            history(1).history(),
                            Optional.of(content(TEXTS.get(i), new ClientToken(token(TEXTS.get(i)), "request")))));
        }
        store.seed(seed(all), false);

        for (int i = 0; i < TEXTS.size(); i++) {
            CaseKey key = new CaseKey("d", "" + i);
            assertThat(written(store, key)).isEqualTo(written(all.getOrDefault(key, history(0))));
            assertThat(createdWith(store, "d", token(TEXTS.get(i)))).contains("" + i);
        }
    }

    private static String token(String text) {
        int length = Math.min(LONGEST_TOKEN, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static SeededCase.WithHistory historyAndContent(WorldStore store, CaseKey key) {
        return store.now(CaseSelection.of(key)).world().existing(key);
    }

    @Test
    void keepsCasesThatAlwaysFail() {
        SeededCase failing = new SeededCase.AlwaysFailing(failure(AWKWARD));
        WorldStore store = storeOf(failing);

        assertThat(written(store, CASE)).isEqualTo(written(failing));
        assertThat(refusal(() -> store.now(CaseSelection.of(CASE)).world().existing(CASE)))
                .isEqualTo(AWKWARD);
        assertThat(refusal(() -> store.transact(world -> world.existing(CASE)))).isEqualTo(AWKWARD);

        put(store, CASE, history(2));
        assertThat(historyOf(store, CASE).size()).isEqualTo(2);
        put(store, CASE, failing);
        assertThat(written(store, CASE)).isEqualTo(written(failing));
    }

    private static String written(WorldStore store, CaseKey key) {
        return written(find(store, key).orElseThrow());
    }

    private static String written(SeededCase one) {
        return Loaders.export().seededCase(one, Behaviour.NONE).toString();
    }

    // ---- what the tests use

    protected static Seed seed(Map<CaseKey, ? extends SeededCase> cases) {
        Map<String, Map<String, SeededCase>> domains = new HashMap<>();
        cases.forEach((key, one) ->
                domains.computeIfAbsent(key.domainId(), id -> new HashMap<>()).put(key.caseId(), one));
        return new Seed(World.of(domains), Map.of());
    }

    protected static SeededCase.WithHistory history(int events) {
        return new SeededCase.WithHistory(AuditHistory.of(IntStream.range(0, events)
                .mapToObj(number -> event(String.valueOf(number)))
                .toList()));
    }

    protected static byte[] event(String id) {
        return event(id, "2026-01-01T00:00:00Z");
    }

    private static byte[] event(String id, String time) {
        return "{\"eventId\":\"%s\",\"type\":\"Case.Updated\",\"performedTime\":\"%s\",\"fields\":[]}"
                .formatted(id, time)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static SeededCase.WithHistory with(SeededCase.WithHistory before, String eventId) {
        return new SeededCase.WithHistory(before.history().with(List.of(event(eventId))), before.edited());
    }

    private static CaseContent titled(String title) {
        return content(title, null);
    }

    private static CaseContent content(String title, @Nullable ClientToken token) {
        Map<String, FieldValueUnion> fields = Map.of("title", FieldValues.text(title));
        return new CaseContent(
                Optional.empty(),
                fields,
                Map.of(),
                PersistentMap.empty(),
                TIME,
                TIME,
                Optional.empty(),
                Optional.ofNullable(token));
    }

    private static SeededCase.WithHistory created(String token) {
        return new SeededCase.WithHistory(
                history(1).history(), Optional.of(content("made", new ClientToken(token, "request"))));
    }

    private static void create(WorldStore store, CaseKey key, String token) {
        store.transact(world -> {
            world.put(key, created(token));
            return true;
        });
    }

    private static Optional<String> createdWith(WorldStore store, String domainId, String token) {
        return store.transact(world -> world.createdWith(domainId, token));
    }

    private static void put(WorldStore store, CaseKey key, SeededCase next) {
        SeededCase renewed = next.renewed();
        store.change(CaseSelection.of(key), now -> now.with(now.world().with(key, renewed)));
    }

    protected static void append(WorldStore store, CaseKey key, byte[] event) {
        store.transact(world -> {
            SeededCase.WithHistory before = world.existing(key);
            world.put(key, new SeededCase.WithHistory(before.history().with(List.of(event)), before.edited()));
            return true;
        });
    }

    private static void delete(WorldStore store, CaseKey key) {
        store.transact(world -> {
            world.existing(key);
            world.remove(key);
            return true;
        });
    }

    private static Optional<SeededCase> find(WorldStore store, CaseKey key) {
        return store.now(CaseSelection.of(key)).world().find(key);
    }

    protected static AuditHistory historyOf(WorldStore store, CaseKey key) {
        return historyAndContent(store, key).history();
    }

    private static int size(Snapshot snapshot, CaseKey key) {
        return snapshot.world().existing(key).size();
    }

    private static List<String> texts(AuditHistory history) {
        List<String> texts = new ArrayList<>();
        history.newestFirst().forEach(event -> texts.add(event.text()));
        return texts;
    }

    protected static List<String> ids(AuditHistory history) {
        return texts(history).stream()
                .map(text -> text.substring("{\"eventId\":\"".length(), text.indexOf("\",\"type\"")))
                .toList();
    }

    private static String refusal(ThrowingCallable read) {
        return catchThrowableOfType(ServiceException.class, read).error().message();
    }

    private static ServiceError failure(String message) {
        return ServiceError.of(ErrorType.INTERNAL_SERVER, message).retryAfter(RetryAfter.ofSeconds(7));
    }

    protected static Behaviour behaviour(String faults) {
        return Loaders.behaviours()
                .read(
                        JsonNodeFactory.instance.objectNode().put("faults", faults),
                        new Place("the test", "", problem -> {
                            throw new IllegalArgumentException(problem.toString());
                        }));
    }

    protected static <T> List<T> inParallel(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(tasks)) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
