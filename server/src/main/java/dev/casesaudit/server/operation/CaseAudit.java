package dev.casesaudit.server.operation;

import dev.casesaudit.api.CaseAuditApi;
import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.behaviour.EffectiveBehaviour;
import dev.casesaudit.server.http.CurrentRequest;
import dev.casesaudit.server.http.ServiceOperation;
import dev.casesaudit.server.json.EncodedJson;
import dev.casesaudit.server.page.AwkwardPages;
import dev.casesaudit.server.page.EncodedPage;
import dev.casesaudit.server.page.Pages;
import jakarta.inject.Singleton;
import java.util.Map;

/** Implements GetCaseAuditEvents. */
@Singleton
class CaseAudit implements ServiceOperation {

    private static final String MAX_RESULTS = "maxResults";
    private static final String NEXT_TOKEN = "nextToken";

    private final Pages pages;
    private final AwkwardPages awkwardPages;

    CaseAudit(Pages pages, AwkwardPages awkwardPages) {
        this.pages = pages;
        this.awkwardPages = awkwardPages;
    }

    @Override
    public String id() {
        return "GetCaseAuditEvents";
    }

    @Override
    public void note(Map<String, Object> input, CurrentRequest current) {
        current.attempt().setRequestToken((String) input.get(NEXT_TOKEN));
    }

    @Override
    public EncodedJson answer(Map<String, Object> input, CurrentRequest current) {
        // By hand, since it is the only operation whose speed is the mock's.
        GetCaseAuditEventsRequest request = new GetCaseAuditEventsRequest();
        if (input.get(MAX_RESULTS) instanceof Integer most) {
            request.setMaxResults(most);
        }
        if (input.get(NEXT_TOKEN) instanceof String token) {
            request.setNextToken(token);
        }
        CaseKey key = current.key();
        return new Call(current).getCaseAuditEvents(key.domainId(), key.caseId(), request);
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
            EncodedPage page = page(current.world().history(key), key, request);
            current.attempt().setPage(page.size(), page.token());
            return page;
        }

        private EncodedPage page(AuditHistory history, CaseKey key, GetCaseAuditEventsRequest request) {
            EffectiveBehaviour effective = current.behaviour();
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
