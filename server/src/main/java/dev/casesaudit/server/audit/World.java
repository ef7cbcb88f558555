package dev.casesaudit.server.audit;

import dev.casesaudit.server.collection.PersistentMap;
import dev.casesaudit.server.error.ErrorMessages;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every domain of the mock, and every case in it. Immutable: a change makes another world, which shares all else with this one. */
public final class World {

    private static final World EMPTY = new World(PersistentMap.empty(), new WorldSize(0, 0, 0));

    private final PersistentMap<String, PersistentMap<String, SeededCase>> domains;
    private final WorldSize size;

    private World(PersistentMap<String, PersistentMap<String, SeededCase>> domains, WorldSize size) {
        this.domains = domains;
        this.size = size;
    }

    /** A world that nobody has seeded yet. */
    public static World empty() {
        return EMPTY;
    }

    /** A world of these domains. */
    public static World of(Map<String, ? extends Map<String, SeededCase>> domains) {
        Map<String, PersistentMap<String, SeededCase>> copies = new HashMap<>();
        domains.forEach((domainId, cases) -> copies.put(domainId, PersistentMap.copyOf(cases)));
        WorldSize size = domains.values().stream().map(WorldSize::ofDomain).reduce(EMPTY.size, WorldSize::plus);
        return new World(PersistentMap.copyOf(copies), size);
    }

    public Map<String, ? extends Map<String, SeededCase>> domains() {
        return domains;
    }

    /** How much there is in it. */
    public WorldSize size() {
        return size;
    }

    /** The cases of a domain; nothing, where there is no such domain. */
    public Optional<Map<String, SeededCase>> cases(String domainId) {
        return Optional.ofNullable(domains.get(domainId));
    }

    public Optional<SeededCase> find(CaseKey key) {
        PersistentMap<String, SeededCase> cases = domains.get(key.domainId());
        return cases == null ? Optional.empty() : Optional.ofNullable(cases.get(key.caseId()));
    }

    /**
     * Returns the history of a case.
     *
     * @throws ServiceException a ResourceNotFoundException, or the error that the case was seeded with
     */
    public AuditHistory history(CaseKey key) {
        SeededCase found = find(key).orElse(null);
        if (found instanceof SeededCase.WithHistory with) {
            return with.history();
        }
        if (found instanceof SeededCase.AlwaysFailing failing) {
            throw new ServiceException(failing.error());
        }
        throw new ServiceException(
                domains.containsKey(key.domainId()) ? noSuchCase(key) : noSuchDomain(key.domainId()));
    }

    /** This world, with another case in the place of one, or with one more; in a new domain, if there is none. */
    public World with(CaseKey key, SeededCase next) {
        if (!domains.containsKey(key.domainId())) {
            return with(key.domainId(), Map.of(key.caseId(), next));
        }
        PersistentMap<String, SeededCase> cases = domains.getOrDefault(key.domainId(), PersistentMap.empty());
        return new World(
                domains.with(key.domainId(), cases.with(key.caseId(), next)),
                without(key).size.plus(WorldSize.ofCase(next)));
    }

    /** This world without a case. Its domain stays. */
    public World without(CaseKey key) {
        PersistentMap<String, SeededCase> cases = domains.get(key.domainId());
        if (cases == null) {
            return this;
        }
        return new World(
                domains.with(key.domainId(), cases.without(key.caseId())),
                size.minus(find(key).map(WorldSize::ofCase).orElse(EMPTY.size)));
    }

    /** This world, with these cases in the place of a domain. */
    public World with(String domainId, Map<String, SeededCase> cases) {
        World others = without(domainId);
        return new World(
                others.domains.with(domainId, PersistentMap.copyOf(cases)),
                others.size.plus(WorldSize.ofDomain(cases)));
    }

    /** This world without a domain and its cases. */
    public World without(String domainId) {
        PersistentMap<String, SeededCase> cases = domains.get(domainId);
        return cases == null ? this : new World(domains.without(domainId), size.minus(WorldSize.ofDomain(cases)));
    }

    /** The error for a domain that is not there. */
    public static ServiceError noSuchDomain(String domainId) {
        return ServiceError.resourceNotFound("Domain", domainId, ErrorMessages.missing("Domain", domainId));
    }

    /** The error for a case that its domain does not have. */
    public static ServiceError noSuchCase(CaseKey key) {
        return ServiceError.resourceNotFound(
                "Case", key.caseId(), ErrorMessages.missingCase(key.caseId(), key.domainId()));
    }
}
