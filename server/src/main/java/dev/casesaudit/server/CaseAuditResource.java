package dev.casesaudit.server;

import dev.casesaudit.api.CaseAuditApi;
import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.api.model.GetCaseAuditEventsResponse;
import dev.casesaudit.server.audit.AuditHistories;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.page.Pages;
import dev.casesaudit.server.page.RequestConstraints;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Serves GetCaseAuditEvents from the seeded world. Never waits, so it runs where the request arrived. */
@ApplicationScoped
@NonBlocking
public class CaseAuditResource implements CaseAuditApi {

    private final RequestConstraints constraints;
    private final AuditHistories histories;
    private final Pages pages;

    CaseAuditResource(RequestConstraints constraints, AuditHistories histories, Pages pages) {
        this.constraints = constraints;
        this.histories = histories;
        this.pages = pages;
    }

    @Override
    public GetCaseAuditEventsResponse getCaseAuditEvents(
            String domainId, String caseId, GetCaseAuditEventsRequest request) {
        CaseKey key = new CaseKey(domainId, caseId);
        constraints.requireValid(key, request);
        AuditHistory history = histories.find(key);
        return pages.page(history, key, request);
    }
}
