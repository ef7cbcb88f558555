package dev.casesaudit.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.control.SeedingApi;
import dev.casesaudit.control.model.CaseList;
import dev.casesaudit.control.model.CaseSize;
import dev.casesaudit.control.model.Destination;
import dev.casesaudit.control.model.DomainList;
import dev.casesaudit.control.model.WorldSizeReport;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.document.Quotes;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.fixture.FixtureExport;
import dev.casesaudit.server.fixture.FixtureLoader;
import dev.casesaudit.server.fixture.Intake;
import dev.casesaudit.server.fixture.NewEvents;
import dev.casesaudit.server.world.CaseSelection;
import dev.casesaudit.server.world.Seed;
import dev.casesaudit.server.world.Snapshot;
import dev.casesaudit.server.world.WorldBudget;
import dev.casesaudit.server.world.WorldStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads and changes the world at run time. */
@ApplicationScoped
public class SeedingResource implements SeedingApi {

    private final WorldStore store;
    private final FixtureLoader fixtures;
    private final FixtureExport export;
    private final Ids ids;
    private final WorldLimits limits;

    SeedingResource(WorldStore store, FixtureLoader fixtures, FixtureExport export, Ids ids, WorldLimits limits) {
        this.store = store;
        this.fixtures = fixtures;
        this.export = export;
        this.ids = ids;
        this.limits = limits;
    }

    @Override
    public JsonNode getWorld() {
        Snapshot now = store.now(CaseSelection.ALL);
        return export.world(now.exported(), now.behaviours());
    }

    @Override
    public WorldSizeReport putWorld(List<JsonNode> domains) {
        try (WorldBudget.Reservation memory = store.budget().reserve()) {
            Seed next = fixtures.world(UnreadBody.of(domains), intake(memory)).renewed();
            return Sizes.of(store.change(CaseSelection.ALL, memory, now -> {
                requireNoExam(next, now);
                return now.imported(next);
            }));
        }
    }

    private Intake intake(WorldBudget.Reservation memory) {
        return new Intake(memory, limits, store.now(CaseSelection.NONE).world());
    }

    private static void requireNoExam(Seed next, Snapshot now) {
        next.world().domainIds().stream()
                .filter(now.examDomains()::contains)
                .findFirst()
                .ifPresent(domainId -> {
                    throw InvalidChange.at("", "no domain of a running exam", Quotes.quote(domainId));
                });
    }

    @Override
    public DomainList getDomains() {
        Snapshot now = store.now(CaseSelection.ALL);
        return new DomainList()
                .domains(now.world().domainIds().stream()
                        .sorted()
                        .map(domainId -> Sizes.of(domainId, cases(domainId, now), now))
                        .toList());
    }

    @Override
    public CaseList getCases(String domainId) {
        Map<String, SeededCase> cases = cases(domainId, store.now(CaseSelection.ofDomain(domainId)));
        return new CaseList()
                .cases(new TreeMap<>(cases)
                        .entrySet().stream()
                                .map(one -> Sizes.of(new CaseKey(domainId, one.getKey()), one.getValue()))
                                .toList());
    }

    private static Map<String, SeededCase> cases(String domainId, Snapshot now) {
        return now.world().cases(domainId).orElseThrow(() -> new ServiceException(World.noSuchDomain(domainId)));
    }

    @Override
    public JsonNode getDomain(String domainId) {
        Snapshot now = store.now(CaseSelection.ofDomain(domainId));
        now.world().schema(domainId);
        return export.domain(domainId, now.world(), now.behaviours());
    }

    @Override
    public WorldSizeReport putDomain(String domainId, JsonNode fixtureFile) {
        try (WorldBudget.Reservation memory = store.budget().reserve()) {
            Seed next = fixtures.domain(ids.domain(domainId), UnreadBody.of(fixtureFile), intake(memory))
                    .renewed();
            store.change(CaseSelection.ofDomain(domainId), memory, now -> now.withDomain(domainId, next));
            return Sizes.of(store.now(CaseSelection.ALL));
        }
    }

    @Override
    public void deleteDomain(String domainId) {
        store.change(CaseSelection.ofDomain(domainId), now -> {
            if (now.world().cases(domainId).isEmpty()) {
                throw new ServiceException(World.noSuchDomain(domainId));
            }
            return now.withoutDomain(domainId);
        });
    }

    @Override
    public JsonNode getCase(String domainId, String caseId) {
        CaseKey key = new CaseKey(domainId, caseId);
        Snapshot now = store.now(CaseSelection.of(key));
        return export.seededCase(
                existing(key, now), now.behaviours().configured(Scope.of(key)).behaviour());
    }

    @Override
    public JsonNode getCaseContent(String domainId, String caseId) {
        return FixtureExport.content(withHistory(domainId, caseId).content());
    }

    @Override
    public JsonNode getCaseRecording(String domainId, String caseId) {
        return export.recording(withHistory(domainId, caseId).history());
    }

    private SeededCase.WithHistory withHistory(String domainId, String caseId) {
        CaseKey key = new CaseKey(domainId, caseId);
        if (existing(key, store.now(CaseSelection.of(key))) instanceof SeededCase.WithHistory with) {
            return with;
        }
        throw new ServiceException(World.noSuchCase(key));
    }

    @Override
    public CaseSize putCase(String domainId, String caseId, JsonNode fixtureCase) {
        CaseKey key = ids.key(domainId, caseId);
        try (WorldBudget.Reservation memory = store.budget().reserve()) {
            FixtureLoader.DescribedCase next = fixtures.describedCase(key, UnreadBody.of(fixtureCase), intake(memory));
            SeededCase seeded = next.seeded().renewed();
            store.change(
                    CaseSelection.of(key),
                    memory,
                    now -> now.with(now.world().with(key, seeded)).withBehaviour(Scope.of(key), next.behaviour()));
            return Sizes.of(key, seeded);
        }
    }

    @Override
    public void deleteCase(String domainId, String caseId) {
        CaseKey key = new CaseKey(domainId, caseId);
        store.change(CaseSelection.of(key), now -> {
            existing(key, now);
            return now.with(now.world().without(key)).withBehaviour(Scope.of(key), Optional.empty());
        });
    }

    @Override
    public CaseSize appendEvents(String domainId, String caseId, JsonNode newEvents) {
        CaseKey key = new CaseKey(domainId, caseId);
        try (WorldBudget.Reservation memory = store.budget().reserve()) {
            NewEvents events = fixtures.newEvents(UnreadBody.of(newEvents), intake(memory));
            Snapshot after = store.change(CaseSelection.of(key), memory, now -> {
                now.world().find(key).ifPresent(SeedingResource::requireHistory);
                SeededCase.WithHistory before = now.world().existing(key);
                return now.with(now.world().with(key, before.grown(events.after(before.history()))));
            });
            return Sizes.of(key, existing(key, after));
        }
    }

    @Override
    public CaseSize copyCase(String domainId, String caseId, Destination destination) {
        CaseKey from = new CaseKey(domainId, caseId);
        CaseKey to = ids.key(Optional.ofNullable(destination.getDomainId()).orElse(domainId), destination.getCaseId());
        Snapshot after = store.change(CaseSelection.of(from, to), now -> {
            SeededCase original = existing(from, now);
            return to.equals(from) ? now : now.with(now.world().with(to, original.copied()));
        });
        return Sizes.of(to, existing(to, after));
    }

    private static void requireHistory(SeededCase seeded) {
        if (seeded instanceof SeededCase.AlwaysFailing failing) {
            throw InvalidChange.at(
                    "",
                    "a case with events",
                    String.format(
                            Locale.ROOT,
                            "one that always fails with %s",
                            failing.error().name().orElse("an error")));
        }
    }

    private static SeededCase existing(CaseKey key, Snapshot now) {
        return now.world().find(key).orElseThrow(() -> new ServiceException(World.noSuchCase(key)));
    }
}
