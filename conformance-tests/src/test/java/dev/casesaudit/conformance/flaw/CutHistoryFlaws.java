package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Input;
import dev.casesaudit.conformance.stub.Service;
import java.util.List;

/** Histories that do not come as they are. */
final class CutHistoryFlaws {

    private CutHistoryFlaws() {}

    static List<Flaw> all() {
        return List.of(keepsTheLastEventOfAFullPageBack(), hasNoSecondPage(), cutsLongHistories());
    }

    private static Flaw keepsTheLastEventOfAFullPageBack() {
        return Flaw.of("keeps-the-last-event-of-a-full-page-back", () -> new Service() {
                    @Override
                    protected ObjectNode slice(Input input, List<JsonNode> history, int from) {
                        return super.slice(input, history.size() == 25 ? history.subList(0, 24) : history, from);
                    }
                })
                .caughtBy(
                        "pagination-full-page-history",
                        "at the response: expected a case of exactly one page of the default size, 25 events, as the profile says of case 'full-page' of domain 'stub-domain', got 24 events, pages: 1");
    }

    private static Flaw hasNoSecondPage() {
        return Flaw.of("has-no-second-page", () -> new Service() {
                    @Override
                    protected ObjectNode slice(Input input, List<JsonNode> history, int from) {
                        ObjectNode page = super.slice(input, history, from);
                        return input.maxResults().isPresent() ? page : page.without(List.of("nextToken"));
                    }
                })
                .caughtBy(
                        "pagination-two-pages-history",
                        "at the response: expected a case of 26 to 50 events, as the profile says of case 'two-pages' of domain 'stub-domain', got 25 events, pages: 1")
                .caughtBy(
                        "pagination-long-history",
                        "at the response: expected a case of more than 50 events, as the profile says of case 'long' of domain 'stub-domain', got 25 events, pages: 1");
    }

    private static Flaw cutsLongHistories() {
        return Flaw.of("cuts-histories-after-50-events", () -> new Service() {
                    @Override
                    protected ObjectNode slice(Input input, List<JsonNode> history, int from) {
                        return super.slice(input, history.subList(0, Math.min(history.size(), 50)), from);
                    }
                })
                .caughtBy(
                        "pagination-long-history",
                        "at the response: expected a case of more than 50 events, as the profile says of case 'long' of domain 'stub-domain', got 50 events, pages: 2");
    }
}
