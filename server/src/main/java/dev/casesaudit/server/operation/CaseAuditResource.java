package dev.casesaudit.server.operation;

import dev.casesaudit.api.CaseAuditApi;
import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.api.model.GetCaseAuditEventsResponse;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.behaviour.EffectiveBehaviour;
import dev.casesaudit.server.behaviour.fault.Outcome;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.http.CurrentRequest;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.page.AwkwardPages;
import dev.casesaudit.server.page.EncodedPage;
import dev.casesaudit.server.page.Pages;
import dev.casesaudit.server.request.RequestConstraints;
import dev.casesaudit.server.world.Snapshot;
import jakarta.inject.Singleton;

/** Implements GetCaseAuditEvents. It never blocks, so it runs on the thread of the connection. */
@Singleton
public class CaseAuditResource implements CaseAuditApi {

    private final RequestConstraints constraints;
    private final Pages pages;
    private final AwkwardPages awkwardPages;

    CaseAuditResource(RequestConstraints constraints, Pages pages, AwkwardPages awkwardPages) {
        this.constraints = constraints;
        this.pages = pages;
        this.awkwardPages = awkwardPages;
    }

    @Override
    public GetCaseAuditEventsResponse getCaseAuditEvents(
            String domainId, String caseId, GetCaseAuditEventsRequest request) {
        CaseKey key = new CaseKey(domainId, caseId);
        CurrentRequest current = CurrentRequest.get();
        Attempt attempt = current.attempt();
        attempt.asksWith(request.getNextToken());
        constraints.requireValid(key, request);
        Snapshot snapshot = current.snapshot();
        snapshot.rateLimits().refusal(domainId).ifPresent(beyond -> {
            throw new ServiceException(beyond.answer(key));
        });
        EffectiveBehaviour effective = snapshot.behaviours()
                .effective(key, attempt.invocationId(), current.behaviourHeaders(), current.inFront());
        meet(effective, key, current);
        EncodedPage page = page(effective, snapshot.world().history(key), key, request, attempt);
        attempt.gives(page.size(), page.token());
        return page;
    }

    private static void meet(EffectiveBehaviour effective, CaseKey key, CurrentRequest current) {
        if (effective.equals(EffectiveBehaviour.USUAL)) {
            return;
        }
        current.attempt().meets(effective.text(), effective.fault().changesResponse());
        current.setFault(effective.fault());
        if (effective.fault().outcome() instanceof Outcome.ErrorResponse error) {
            throw new ServiceException(error.answer(key));
        }
    }

    private EncodedPage page(
            EffectiveBehaviour effective,
            AuditHistory history,
            CaseKey key,
            GetCaseAuditEventsRequest request,
            Attempt attempt) {
        return effective.hasUsualPages()
                ? pages.page(history, key, request)
                : awkwardPages.page(
                        history, key, request, effective.pages(), effective.tomorrow(), attempt.invocationId());
    }
}
