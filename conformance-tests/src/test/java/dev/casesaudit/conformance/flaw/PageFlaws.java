package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Input;
import dev.casesaudit.conformance.stub.Service;
import java.util.List;
import java.util.function.Consumer;

/** Pages that break the contract as a whole. */
final class PageFlaws {

    private PageFlaws() {}

    static List<Flaw> all() {
        return List.of(
                EveryShape.at("page-without-events", "", page -> page.remove("auditEvents"))
                        .caughtBy("response-audit-events-required", "at /auditEvents: expected a value, got nothing"),
                EveryShape.at("events-that-are-null", "", page -> page.putNull("auditEvents"))
                        .caughtBy("response-audit-events-required", "at /auditEvents: expected a value, got null"),
                EveryShape.at("events-as-an-object", "", page -> page.putObject("auditEvents"))
                        .caughtBy(
                                "response-audit-events-type",
                                "at /auditEvents: expected a list, got an object with 0 members"),
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
                                "at /auditEvents/9/eventId: expected an id that no event before it has, got that of the event at /auditEvents/0"),
                pageOf26(),
                token("token-as-a-number", page -> page.put("nextToken", 25))
                        .caughtBy("response-next-token-type", "at /nextToken: expected a string, got the number 25"),
                token("token-of-9001", page -> page.put("nextToken", "a".repeat(9001)))
                        .caughtBy(
                                "response-next-token-length",
                                "at /nextToken: expected 0 to 9000 code points, got 9001 code points"));
    }

    private static void repeatFirst(ObjectNode page) {
        ArrayNode events = page.withArray("/auditEvents");
        events.add(events.get(0).deepCopy());
    }

    private static Flaw pageOf26() {
        return Flaw.of("page-of-26", () -> new Service() {
                    @Override
                    protected int size(Input input) {
                        return input.of().domainId().equals("other-domain")
                                ? input.maxResults().orElse(26)
                                : super.size(input);
                    }
                })
                .caughtBy("response-audit-events-items", "at /auditEvents: expected 0 to 25 items, got 26 items");
    }

    /** Changes the first page of the other domain's case, the one whose token few look at. */
    private static Flaw token(String name, Consumer<ObjectNode> change) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected ObjectNode slice(Input input, List<JsonNode> history, int from) {
                ObjectNode page = super.slice(input, history, from);
                if (input.of().domainId().equals("other-domain") && page.has("nextToken")) {
                    change.accept(page);
                }
                return page;
            }
        });
    }
}
