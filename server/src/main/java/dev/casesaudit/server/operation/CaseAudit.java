package dev.casesaudit.server.operation;

import dev.casesaudit.api.CaseAuditApi;
import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.behaviour.EffectiveBehaviour;
import dev.casesaudit.server.behaviour.fault.Outcome;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.http.CurrentRequest;
import dev.casesaudit.server.http.ServiceOperation;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.json.EncodedJson;
import dev.casesaudit.server.page.AwkwardPages;
import dev.casesaudit.server.page.EncodedPage;
import dev.casesaudit.server.page.Pages;
import dev.casesaudit.server.request.RequestBody;
import dev.casesaudit.server.request.RequestConstraints;
import dev.casesaudit.server.world.Snapshot;
import jakarta.inject.Singleton;

/** Implements GetCaseAuditEvents with the seeded world. */
@Singleton
class CaseAudit implements ServiceOperation<GetCaseAuditEventsRequest> {

    private final RequestConstraints constraints;
    private final Pages pages;
    private final AwkwardPages awkwardPages;

    CaseAudit(RequestConstraints constraints, Pages pages, AwkwardPages awkwardPages) {
        this.constraints = constraints;
        this.pages = pages;
        this.awkwardPages = awkwardPages;
    }

    @Override
    public String id() {
        return "GetCaseAuditEvents";
    }

    @Override
    public GetCaseAuditEventsRequest read(byte[] body) {
        return RequestBody.read(body);
    }

    @Override
    public boolean isValid(GetCaseAuditEventsRequest body) {
        return constraints.isValid(body);
    }

    @Override
    public EncodedJson answer(GetCaseAuditEventsRequest body, CurrentRequest current) {
        CaseKey key = current.key();
        return new Call(current).getCaseAuditEvents(key.domainId(), key.caseId(), body);
    }

    /**
     * The generated interface for one request. An inner class, because JAX-RS would register any other, and it must
     * serve only the control API.
     */
    private final class Call implements CaseAuditApi {

        private final CurrentRequest current;

        Call(CurrentRequest current) {
            this.current = current;
        }

        @Override
        public EncodedPage getCaseAuditEvents(String domainId, String caseId, GetCaseAuditEventsRequest request) {
            CaseKey key = new CaseKey(domainId, caseId);
            Attempt attempt = current.attempt();
            attempt.setRequestToken(request.getNextToken());
            constraints.requireValid(key, request);
            Snapshot snapshot = current.snapshot();
            snapshot.rateLimits().refusal(domainId).ifPresent(beyond -> {
                throw new ServiceException(beyond.answer(key));
            });
            EffectiveBehaviour effective = snapshot.behaviours()
                    .effective(key, attempt.invocationId(), current.behaviourHeaders(), current.inFront());
            meet(effective, key);
            EncodedPage page = page(effective, snapshot.world().history(key), key, request);
            attempt.setPage(page.size(), page.token());
            return page;
        }

        private void meet(EffectiveBehaviour effective, CaseKey key) {
            if (effective.equals(EffectiveBehaviour.USUAL)) {
                return;
            }
            current.attempt().setBehaviour(effective.text(), effective.fault().changesResponse());
            current.setFault(effective.fault());
            if (effective.fault().outcome() instanceof Outcome.ErrorResponse error) {
                throw new ServiceException(error.answer(key));
            }
        }

        private EncodedPage page(
                EffectiveBehaviour effective, AuditHistory history, CaseKey key, GetCaseAuditEventsRequest request) {
            return effective.hasUsualPages()
                    ? pages.page(history, key, request)
                    : awkwardPages.page(
                            history,
                            key,
                            request,
                            effective.pages(),
                            effective.tomorrow(),
                            current.attempt().invocationId());
        }
    }
}
