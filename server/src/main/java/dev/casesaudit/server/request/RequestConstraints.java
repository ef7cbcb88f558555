package dev.casesaudit.server.request;

import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.contract.Shape;
import dev.casesaudit.server.error.ServiceException;

/** Checks requests against the constraints of the contract. Reports every violation. */
public final class RequestConstraints {

    private static final String INPUT = "GetCaseAuditEventsRequest";

    private final Shape.Text domainId;
    private final Shape.Text caseId;
    private final Shape.WholeNumber maxResults;
    private final Shape.Text nextToken;

    public RequestConstraints(Contract contract) {
        domainId = (Shape.Text) contract.parameter("DomainId");
        caseId = (Shape.Text) contract.parameter("CaseId");
        maxResults = (Shape.WholeNumber) contract.member(INPUT, "maxResults");
        nextToken = (Shape.Text) contract.member(INPUT, "nextToken");
    }

    /**
     * Refuses a request that violates a constraint.
     *
     * @throws ServiceException a ValidationException with all violations
     */
    public void requireValid(CaseKey key, GetCaseAuditEventsRequest request) {
        Violations violations =
                new Violations().check("/domainId", domainId, key.domainId()).check("/caseId", caseId, key.caseId());
        checkBody(violations, request).throwIfAny();
    }

    /** Whether the body violates no constraint. */
    public boolean isValid(GetCaseAuditEventsRequest request) {
        return checkBody(new Violations(), request).areNone();
    }

    private Violations checkBody(Violations violations, GetCaseAuditEventsRequest request) {
        violations.check("/maxResults", maxResults, request.getMaxResults());
        if (request.getNextToken() != null) {
            violations.check("/nextToken", nextToken, request.getNextToken());
        }
        return violations;
    }
}
