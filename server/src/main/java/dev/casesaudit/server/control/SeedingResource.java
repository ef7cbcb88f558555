package dev.casesaudit.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.casesaudit.control.SeedingApi;
import dev.casesaudit.control.model.CaseSize;
import dev.casesaudit.control.model.Destination;
import dev.casesaudit.control.model.WorldSize;
import dev.casesaudit.server.audit.AuditHistories;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.behaviour.Behaviour;
import dev.casesaudit.server.behaviour.Behaviours;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.exam.Exams;
import dev.casesaudit.server.fault.RateLimits;
import dev.casesaudit.server.fixture.Announced;
import dev.casesaudit.server.fixture.FixtureExport;
import dev.casesaudit.server.fixture.FixtureLoader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Changes the world at run time, and shows it. */
@ApplicationScoped
public class SeedingResource implements SeedingApi {

    private final AuditHistories histories;
    private final Behaviours behaviours;
    private final RateLimits rateLimits;
    private final Exams exams;
    private final FixtureLoader fixtures;
    private final Ids ids;
    private final WorldLimits limits;

    SeedingResource(
            AuditHistories histories,
            Behaviours behaviours,
            RateLimits rateLimits,
            Exams exams,
            FixtureLoader fixtures,
            Ids ids,
            WorldLimits limits) {
        this.histories = histories;
        this.behaviours = behaviours;
        this.rateLimits = rateLimits;
        this.exams = exams;
        this.fixtures = fixtures;
        this.ids = ids;
        this.limits = limits;
    }

    @Override
    public JsonNode getWorld() {
        Map<String, Map<String, SeededCase>> domains =
                new HashMap<>(histories.world().domains());
        domains.keySet().removeIf(exams::owns);
        return FixtureExport.world(new FixtureLoader.Seed(new World(domains), behaviours.lines()));
    }

    @Override
    public WorldSize putWorld(List<JsonNode> domains) {
        JsonNode document = JsonNodeFactory.instance.arrayNode().addAll(domains);
        limits.checkAnnounced(Announced.byWorld(document));
        FixtureLoader.Seed seed = fixtures.world(document);
        histories.put(seed.world(), limits);
        behaviours.forgetDomains();
        seed.behaviours().forEach(behaviours::tell);
        return Sizes.of(histories.world());
    }

    @Override
    public JsonNode getDomain(String domainId) {
        Map<String, SeededCase> cases = Optional.ofNullable(
                        histories.world().domains().get(domainId))
                .orElseThrow(() -> new ServiceException(AuditHistories.noSuchDomain(domainId)));
        return FixtureExport.domain(domainId, cases, behaviours.lines());
    }

    @Override
    public WorldSize putDomain(String domainId, JsonNode fixtureFile) {
        limits.checkAnnounced(Announced.byDomain(fixtureFile));
        FixtureLoader.Seed seed = fixtures.domain(ids.domain(domainId), fixtureFile);
        histories.put(domainId, seed.world().domains().getOrDefault(domainId, Map.of()), limits);
        behaviours.forgetDomain(domainId);
        seed.behaviours().forEach(behaviours::tell);
        return Sizes.of(histories.world());
    }

    @Override
    public void deleteDomain(String domainId) {
        if (!histories.remove(domainId)) {
            throw new ServiceException(AuditHistories.noSuchDomain(domainId));
        }
        behaviours.forgetDomain(domainId);
        rateLimits.remove(domainId);
    }

    @Override
    public JsonNode getCase(String domainId, String caseId) {
        CaseKey key = new CaseKey(domainId, caseId);
        Behaviour told = behaviours.told(Scope.of(key)).behaviour();
        return FixtureExport.seededCase(existing(key), Optional.of(told));
    }

    @Override
    public CaseSize putCase(String domainId, String caseId, JsonNode fixtureCase) {
        CaseKey key = ids.key(domainId, caseId);
        limits.checkAnnounced(Announced.byCase(fixtureCase));
        FixtureLoader.ToldCase next = fixtures.toldCase(fixtureCase);
        histories.put(key, next.seeded(), limits);
        next.behaviour()
                .ifPresentOrElse(
                        behaviour -> behaviours.tell(Scope.of(key), behaviour), () -> behaviours.forget(Scope.of(key)));
        return Sizes.of(key, next.seeded().size());
    }

    @Override
    public void deleteCase(String domainId, String caseId) {
        CaseKey key = new CaseKey(domainId, caseId);
        if (!histories.remove(key)) {
            throw new ServiceException(AuditHistories.noSuchCase(key));
        }
        behaviours.forget(Scope.of(key));
    }

    @Override
    public CaseSize appendEvents(String domainId, String caseId, JsonNode newEvents) {
        CaseKey key = new CaseKey(domainId, caseId);
        histories.read(key).ifPresent(SeedingResource::requireHistory);
        return Sizes.of(key, histories.append(key, history -> fixtures.newEvents(newEvents, history), limits));
    }

    @Override
    public CaseSize copyCase(String domainId, String caseId, Destination destination) {
        CaseKey to = ids.key(Optional.ofNullable(destination.getDomainId()).orElse(domainId), destination.getCaseId());
        SeededCase copy = copy(existing(new CaseKey(domainId, caseId)));
        histories.put(to, copy, limits);
        return Sizes.of(to, copy.size());
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

    private static SeededCase copy(SeededCase original) {
        return original instanceof SeededCase.WithHistory with
                ? new SeededCase.WithHistory(with.history().copy())
                : original;
    }

    private SeededCase existing(CaseKey key) {
        return histories.read(key).orElseThrow(() -> new ServiceException(AuditHistories.noSuchCase(key)));
    }
}
