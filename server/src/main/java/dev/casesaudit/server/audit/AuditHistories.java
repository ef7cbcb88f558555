package dev.casesaudit.server.audit;

import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;

/** The world as it is now. */
@ApplicationScoped
public class AuditHistories {

    private volatile World world = World.empty();

    /** Puts another world in place of this one, for requests from now on. */
    public void replace(World next) {
        world = next;
    }

    /**
     * Returns the history of a case.
     *
     * @throws ServiceException a ResourceNotFoundException, or the error that the case was seeded with
     */
    public AuditHistory find(CaseKey key) {
        World now = world;
        SeededCase seeded = now.find(key).orElseThrow(() -> new ServiceException(missing(now, key)));
        if (seeded instanceof SeededCase.AlwaysFailing failing) {
            throw new ServiceException(failing.error());
        }
        return ((SeededCase.WithHistory) seeded).history();
    }

    private static ServiceError missing(World world, CaseKey key) {
        return world.hasDomain(key.domainId())
                ? ServiceError.resourceNotFound(
                        "Case",
                        key.caseId(),
                        "Case %s does not exist in domain %s.".formatted(key.caseId(), key.domainId()))
                : ServiceError.resourceNotFound(
                        "Domain", key.domainId(), "Domain %s does not exist.".formatted(key.domainId()));
    }
}
