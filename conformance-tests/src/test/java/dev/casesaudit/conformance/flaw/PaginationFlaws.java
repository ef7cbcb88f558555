package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Input;
import dev.casesaudit.conformance.stub.Service;
import java.util.List;

/** Flaws that the requirements of the area pagination catch. */
final class PaginationFlaws {

    private PaginationFlaws() {}

    static List<Flaw> all() {
        return List.of(repeatsTheLastEvent());
    }

    private static Flaw repeatsTheLastEvent() {
        return Flaw.of("repeats-the-last-event-of-a-page", () -> new Service() {
                    @Override
                    protected ObjectNode slice(Input input, List<JsonNode> history, int from) {
                        // A page of one event would repeat it for ever, which is another flaw.
                        boolean overlaps = from > 0 && size(input) > 1;
                        return super.slice(input, history, overlaps ? from - 1 : from);
                    }
                })
                .caughtBy(
                        "pagination-pages-are-disjoint",
                        "at the response: expected an event that no page had before, got event 'some-events-002' on page 2, which page 1 had");
    }
}
