package dev.casesaudit.server.audit;

import dev.casesaudit.server.collection.PersistentMap;
import dev.casesaudit.server.error.ErrorMessages;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.field.DomainSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All domains of the mock and their cases. Immutable: a change returns another world, which shares the rest with this
 * one.
 */
public final class World implements WorldView {

    private static final World EMPTY = new World(PersistentMap.empty(), WorldSize.NOTHING);

    private final PersistentMap<String, CaseDomain> domains;
    private final WorldSize size;

    private World(PersistentMap<String, CaseDomain> domains, WorldSize size) {
        this.domains = domains;
        this.size = size;
    }

    public static World empty() {
        return EMPTY;
    }

    /** A world of domains that declare neither fields nor templates. */
    public static World of(Map<String, ? extends Map<String, SeededCase>> cases) {
        return of(cases, Map.of());
    }

    /**
     * Makes a world.
     *
     * @param schemas by domain; the default where there is none
     */
    public static World of(Map<String, ? extends Map<String, SeededCase>> cases, Map<String, DomainSchema> schemas) {
        Map<String, CaseDomain> domains = new HashMap<>();
        WorldSize size = WorldSize.NOTHING;
        for (Map.Entry<String, ? extends Map<String, SeededCase>> one : cases.entrySet()) {
            CaseDomain domain = CaseDomain.of(schemas.getOrDefault(one.getKey(), DomainSchema.DEFAULT), one.getValue());
            domains.put(one.getKey(), domain);
            size = size.plus(domain.size(one.getKey()));
        }
        return new World(PersistentMap.copyOf(domains), size);
    }

    public Set<String> domainIds() {
        return domains.keySet();
    }

    public WorldSize size() {
        return size;
    }

    /** Returns the cases of a domain; empty if the domain does not exist. */
    public Optional<Map<String, SeededCase>> cases(String domainId) {
        return Optional.ofNullable(domains.get(domainId)).map(CaseDomain::cases);
    }

    @Override
    public DomainSchema schema(String domainId) {
        CaseDomain domain = domains.get(domainId);
        if (domain == null) {
            throw new ServiceException(noSuchDomain(domainId));
        }
        return domain.schema();
    }

    @Override
    public Optional<String> createdWith(String domainId, String clientToken) {
        return Optional.ofNullable(domains.get(domainId))
                .flatMap(domain -> Optional.ofNullable(domain.caseOfToken().get(clientToken)));
    }

    public Optional<SeededCase> find(CaseKey key) {
        CaseDomain domain = domains.get(key.domainId());
        return domain == null
                ? Optional.empty()
                : Optional.ofNullable(domain.cases().get(key.caseId()));
    }

    @Override
    public SeededCase.WithHistory existing(CaseKey key) {
        SeededCase found = find(key).orElse(null);
        if (found instanceof SeededCase.WithHistory with) {
            return with;
        }
        if (found instanceof SeededCase.AlwaysFailing failing) {
            throw new ServiceException(failing.error());
        }
        throw new ServiceException(
                domains.containsKey(key.domainId()) ? noSuchCase(key) : noSuchDomain(key.domainId()));
    }

    /** This world with a case added or replaced. The domain is created if it does not exist. */
    public World with(CaseKey key, SeededCase next) {
        CaseDomain domain = domains.get(key.domainId());
        if (domain == null) {
            return with(key.domainId(), DomainSchema.DEFAULT, Map.of(key.caseId(), next));
        }
        SeededCase before = domain.cases().get(key.caseId());
        WorldSize others = before == null ? size : size.minus(WorldSize.ofCase(key.caseId(), before));
        return new World(
                domains.with(key.domainId(), domain.with(key.caseId(), next)),
                others.plus(WorldSize.ofCase(key.caseId(), next)));
    }

    /** This world without a case. Its domain stays. */
    public World without(CaseKey key) {
        CaseDomain domain = domains.get(key.domainId());
        if (domain == null) {
            return this;
        }
        return new World(
                domains.with(key.domainId(), domain.without(key.caseId())),
                size.minus(find(key)
                        .map(one -> WorldSize.ofCase(key.caseId(), one))
                        .orElse(WorldSize.NOTHING)));
    }

    /** This world with a domain of another world instead of its own. */
    public World with(String domainId, World other) {
        CaseDomain domain = other.domains.get(domainId);
        return domain == null ? without(domainId) : with(domainId, domain);
    }

    /** This world with these cases as the only ones of a domain. */
    public World with(String domainId, DomainSchema schema, Map<String, SeededCase> cases) {
        return with(domainId, CaseDomain.of(schema, cases));
    }

    private World with(String domainId, CaseDomain domain) {
        World others = without(domainId);
        return new World(others.domains.with(domainId, domain), others.size.plus(domain.size(domainId)));
    }

    public World without(String domainId) {
        CaseDomain domain = domains.get(domainId);
        return domain == null ? this : new World(domains.without(domainId), size.minus(domain.size(domainId)));
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

    /** The error for a template that its domain does not have. */
    public static ServiceError noSuchTemplate(String templateId, String domainId) {
        return ServiceError.resourceNotFound(
                "Template", templateId, ErrorMessages.missingIn("Template", templateId, "domain " + domainId));
    }

    /** The error for a related item that its case does not have. */
    public static ServiceError noSuchRelatedItem(String relatedItemId, String caseId) {
        return ServiceError.resourceNotFound(
                "RelatedItem", relatedItemId, ErrorMessages.missingIn("Related item", relatedItemId, "case " + caseId));
    }
}
