package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Histories that are longer or shorter than their cases. */
final class HistoryFlaws {

    private HistoryFlaws() {}

    static List<Flaw> all() {
        return List.of(
                shortCase(
                                "empty-history-without-a-body",
                                "empty",
                                reply -> reply.status(204).body(""))
                        .caughtBy(
                                "response-empty-history",
                                "at the response: expected 200 and a page of events, got 204 without an error name"),
                shortCase("empty-history-without-a-list", "empty", reply -> reply.body("{}"))
                        .caughtBy("response-empty-history", "at /auditEvents: expected a list of events, got nothing")
                        .caughtBy("response-audit-events-required", "at /auditEvents: expected a value, got nothing"),
                oneEventMore("empty-history-with-an-event", "empty")
                        .caughtBy(
                                "response-empty-history",
                                "at the response: expected 0 as the number of events of case 'empty' of domain 'stub-domain', got 1"),
                oneEventMore("history-of-one-event-with-two", "one-event")
                        .caughtBy(
                                "response-one-event-history",
                                "at the response: expected 1 as the number of events of case 'one-event' of domain 'stub-domain', got 2"));
    }

    private static Flaw shortCase(String name, String caseId, Consumer<StubReply> change) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected StubReply finish(StubRequest request, StubReply reply) {
                if (request.path().contains("/cases/%s/".formatted(caseId)) && reply.status() == 200) {
                    change.accept(reply);
                }
                return reply;
            }
        });
    }

    private static Flaw oneEventMore(String name, String caseId) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected List<JsonNode> history(CaseRef one) {
                List<JsonNode> events = new ArrayList<>(super.history(one));
                if (one.caseId().equals(caseId)) {
                    events.addAll(super.history(new CaseRef(one.domainId(), "some-events"))
                            .subList(2, 3));
                }
                return events;
            }
        });
    }
}
