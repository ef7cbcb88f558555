package dev.casesaudit.server.audit;

import dev.casesaudit.server.collection.PersistentMap;
import dev.casesaudit.server.error.ErrorMessages;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All domains of the mock and their cases. Immutable: a change returns another world, which shares the rest with this
 * one.
 */
public final class World {

    private static final World EMPTY = new World(PersistentMap.empty(), WorldSize.NOTHING);

    private final PersistentMap<String, PersistentMap<String, SeededCase>> domains;
    private final WorldSize size;

    private World(PersistentMap<String, PersistentMap<String, SeededCase>> domains, WorldSize size) {
        this.domains = domains;
        this.size = size;
    }

    public static World empty() {
        return EMPTY;
    }

    public static World of(Map<String, ? extends Map<String, SeededCase>> domains) {
        Map<String, PersistentMap<String, SeededCase>> copies = new HashMap<>();
        domains.forEach((domainId, cases) -> copies.put(domainId, PersistentMap.copyOf(cases)));
        WorldSize size = domains.entrySet().stream()
                .map(one -> WorldSize.ofDomain(one.getKey(), one.getValue()))
                .reduce(WorldSize.NOTHING, WorldSize::plus);
        return new World(PersistentMap.copyOf(copies), size);
    }

    public Map<String, ? extends Map<String, SeededCase>> domains() {
        return domains;
    }

    public WorldSize size() {
        return size;
    }

    /** Returns the cases of a domain; empty if the domain does not exist. */
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

    /** This world with a case added or replaced. The domain is created if it does not exist. */
    public World with(CaseKey key, SeededCase next) {
        if (!domains.containsKey(key.domainId())) {
            return with(key.domainId(), Map.of(key.caseId(), next));
        }
        PersistentMap<String, SeededCase> cases = domains.getOrDefault(key.domainId(), PersistentMap.empty());
        return new World(
                domains.with(key.domainId(), cases.with(key.caseId(), next)),
                without(key).size.plus(WorldSize.ofCase(key.caseId(), next)));
    }

    /** This world without a case. Its domain stays. */
    public World without(CaseKey key) {
        PersistentMap<String, SeededCase> cases = domains.get(key.domainId());
        if (cases == null) {
            return this;
        }
        return new World(
                domains.with(key.domainId(), cases.without(key.caseId())),
                size.minus(find(key)
                        .map(one -> WorldSize.ofCase(key.caseId(), one))
                        .orElse(WorldSize.NOTHING)));
    }

    /** This world with these cases as the only ones of a domain. */
    public World with(String domainId, Map<String, SeededCase> cases) {
        World others = without(domainId);
        return new World(
                others.domains.with(domainId, PersistentMap.copyOf(cases)),
                others.size.plus(WorldSize.ofDomain(domainId, cases)));
    }

    public World without(String domainId) {
        PersistentMap<String, SeededCase> cases = domains.get(domainId);
        return cases == null
                ? this
                : new World(domains.without(domainId), size.minus(WorldSize.ofDomain(domainId, cases)));
    }

    /** The error for a domain that does not exist. */
    public static ServiceError noSuchDomain(String domainId) {
        return ServiceError.resourceNotFound("Domain", domainId, ErrorMessages.missing("Domain", domainId));
    }

    /** The error for a case that does not exist in its domain. */
    public static ServiceError noSuchCase(CaseKey key) {
        return ServiceError.resourceNotFound(
                "Case", key.caseId(), ErrorMessages.missingCase(key.caseId(), key.domainId()));
    }
}
