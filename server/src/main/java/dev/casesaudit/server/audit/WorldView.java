package dev.casesaudit.server.audit;

import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.field.DomainSchema;
import java.util.Optional;

/** What operations read of the world, as it is at one moment. */
public interface WorldView {

    /**
     * Returns the fields and templates of a domain.
     *
     * @throws ServiceException a ResourceNotFoundException
     */
    DomainSchema schema(String domainId);

    /**
     * Returns a case.
     *
     * @throws ServiceException a ResourceNotFoundException, or the error that the case was seeded with
     */
    SeededCase.WithHistory existing(CaseKey key);

    /** Returns the id of the case that a client token created; empty if there is none. */
    Optional<String> createdWith(String domainId, String clientToken);

    /**
     * Returns the history of a case.
     *
     * @throws ServiceException a ResourceNotFoundException, or the error that the case was seeded with
     */
    default AuditHistory history(CaseKey key) {
        return existing(key).history();
    }
}
