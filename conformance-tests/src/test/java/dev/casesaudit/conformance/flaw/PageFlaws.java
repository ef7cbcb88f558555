package dev.casesaudit.conformance.flaw;

import static dev.casesaudit.conformance.flaw.EveryShape.NULL;
import static dev.casesaudit.conformance.flaw.EveryShape.REMOVED;
import static dev.casesaudit.conformance.flaw.EveryShape.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Wrong lists of events and tokens, and short histories of a wrong length. */
final class PageFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(
                with("page-without-events", "/auditEvents", REMOVED)
                        .caughtBy("response-audit-events-required", "a value", "nothing"),
                with("events-that-are-null", "/auditEvents", NULL)
                        .caughtBy("response-audit-events-required", "a value", "null"),
                with("events-as-an-object", "/auditEvents", Map.of())
                        .caughtBy("response-audit-events-type", "a list", "an object with 0 members"),
                EveryShape.at(
                                "event-as-its-id",
                                "",
                                page -> page.withArray("/auditEvents").set(0, "shape-09"))
                        .caughtBy(
                                "response-audit-events-item-type",
                                "at /auditEvents/0: expected an object, got a masked string"),
                EveryShape.at("event-twice-on-a-page", "", PageFlaws::repeatFirst)
                        .caughtBy(
                                "response-page-events-distinct",
                                "at /auditEvents/9/eventId: expected an id that no earlier event has, got the id of the event at /auditEvents/0"),
                pageOf26(),
                token("token-as-a-number", page -> page.put("nextToken", 25))
                        .caughtBy("response-next-token-type", "at /nextToken: expected a string, got the number 25"),
                token("token-of-9001", page -> page.put("nextToken", "a".repeat(9001)))
                        .caughtBy(
                                "response-next-token-length",
                                "at /nextToken: expected 0 to 9000 code points, got 9001 code points"),
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
                                "at the response: expected 0 events in case 'empty' of domain 'stub-domain', got 1 event"),
                oneEventMore("history-of-one-event-with-two", "one-event")
                        .caughtBy(
                                "response-one-event-history",
                                "at the response: expected 1 event in case 'one-event' of domain 'stub-domain', got 2 events"));
    }

    private static void repeatFirst(ObjectNode page) {
        ArrayNode events = page.withArray("/auditEvents");
        events.add(events.get(0).deepCopy());
    }

    private static Flaw pageOf26() {
        return Flaw.of("page-of-26", () -> new Service() {
                    @Override
                    protected int size(StubInput input) {
                        return input.of().domainId().equals("other-domain")
                                ? input.maxResults().orElse(26)
                                : super.size(input);
                    }
                })
                .caughtBy("response-audit-events-items", "at /auditEvents: expected 0 to 25 items, got 26 items");
    }

    /** Changes the first page of the case of the other domain, whose token few checks use. */
    private static Flaw token(String name, Consumer<ObjectNode> change) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
                ObjectNode page = super.slice(input, history, from);
                if (input.of().domainId().equals("other-domain") && page.has("nextToken")) {
                    change.accept(page);
                }
                return page;
            }
        });
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
