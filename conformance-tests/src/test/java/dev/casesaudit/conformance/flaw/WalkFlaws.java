package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Wrong page sizes, lost and repeated events between pages, and cut histories. */
final class WalkFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(
                finishing("ends-histories-of-26-events-after-a-page", (request, reply) -> {
                            if (request.body().isEmpty()
                                    && reply.text().contains("\"nextToken\":\"25.")
                                    && request.path().contains("two-pages")) {
                                reply.body(reply.text().replaceFirst(",\"nextToken\":\"[^\"]*\"", ""));
                            }
                        })
                        .caughtBy(
                                "pagination-two-pages-history",
                                "at the response: expected a case of 26 to 50 events, as the profile says of case 'two-pages' of domain 'stub-domain', got 25 events, pages: 1"),
                servesOneMore(),
                ignoresMaxResults(),
                growsFollowingPages(),
                repeatsTheLastEvent(),
                losesAnEvent(),
                dropsTheToken(),
                sortsEachPageByItself(),
                leavesMembersOut(),
                numbersTheEventsOfEachPage(),
                givesATokenOnAFullLastPage(),
                keepsTheLastEventOfAFullPageBack(),
                hasNoSecondPage(),
                cutsLongHistories());
    }

    private static Flaw servesOneMore() {
        return Flaw.of("serves-one-more-than-max-results", () -> new Service() {
                    @Override
                    protected int size(StubInput input) {
                        return Math.min(super.size(input) + 1, 25);
                    }
                })
                .caughtBy("request-max-results-minimum", "at /auditEvents: expected at most 1 event, got 2 events")
                .caughtBy(
                        "pagination-page-within-max-results",
                        "at /auditEvents: expected 1 event at most, got 2 events on page 1 of a walk by pages of 1");
    }

    private static Flaw ignoresMaxResults() {
        return Flaw.of("ignores-max-results", () -> new Service() {
                    @Override
                    protected int size(StubInput input) {
                        return 25;
                    }
                })
                .caughtBy("request-max-results-minimum", "at /auditEvents: expected at most 1 event, got 3 events")
                .caughtBy(
                        "pagination-page-within-max-results",
                        "at /auditEvents: expected 1 event at most, got 3 events on page 1 of a walk by pages of 1");
    }

    private static Flaw growsFollowingPages() {
        return Flaw.of("ignores-max-results-on-following-pages", () -> new Service() {
                    @Override
                    protected int size(StubInput input) {
                        return input.nextToken().isPresent() ? 25 : super.size(input);
                    }
                })
                .caughtBy(
                        "pagination-page-within-max-results",
                        "at /auditEvents: expected 1 event at most, got 2 events on page 2 of a walk by pages of 1");
    }

    private static Flaw repeatsTheLastEvent() {
        return Flaw.of("repeats-the-last-event-of-a-page", () -> new Service() {
                    @Override
                    protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
                        // With pages of one event, the walk would not end, which is another flaw.
                        boolean overlaps = from > 0 && size(input) > 1;
                        return super.slice(input, history, overlaps ? from - 1 : from);
                    }
                })
                .caughtBy(
                        "pagination-pages-are-disjoint",
                        "at the response: expected an event that no earlier page has, got event 'some-events-002' on page 2 of a walk by pages of 2, which page 1 has");
    }

    private static Flaw losesAnEvent() {
        return Flaw.of("loses-an-event-at-a-page-edge", () -> new Service() {
                    @Override
                    protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
                        return super.slice(input, history, from > 0 ? Math.min(from + 1, history.size()) : from);
                    }
                })
                .caughtBy(
                        "pagination-nothing-is-lost",
                        "at the response: expected a walk by pages of 1 to serve event 'some-events-002', as one by pages of 2 does, got the end of the walk without it")
                .caughtBy(
                        "pagination-no-token-after-the-last-event",
                        "at /nextToken: expected no token on the page with the last event, got a token that leads to an empty page")
                .caughtBy(
                        "pagination-two-pages-history",
                        "at the response: expected a case of 26 to 50 events, as the profile says of case 'two-pages' of domain 'stub-domain', got 25 events, pages: 2");
    }

    private static Flaw dropsTheToken() {
        return Flaw.of("drops-the-token-of-a-first-page", () -> new Service() {
                    @Override
                    protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
                        ObjectNode page = super.slice(input, history, from);
                        return size(input) == 2 && from == 0 ? page.without(List.of("nextToken")) : page;
                    }
                })
                .caughtBy(
                        "pagination-nothing-is-lost",
                        "at the response: expected a walk by pages of 2 to serve event 'some-events-001', as one by pages of 1 does, got the end of the walk without it");
    }

    private static Flaw sortsEachPageByItself() {
        return Flaw.of("sorts-each-page-by-itself", () -> new Service() {
                    @Override
                    protected ObjectNode page(ObjectNode page) {
                        List<JsonNode> events = new ArrayList<>();
                        page.path("auditEvents").forEach(events::add);
                        Collections.reverse(events);
                        page.putArray("auditEvents").addAll(events);
                        return page;
                    }
                })
                .caughtBy(
                        "pagination-order-independent-of-page-size",
                        "at the response: expected event 'some-events-003' next, as by pages of 1, got event 'some-events-002'");
    }

    private static Flaw leavesMembersOut() {
        return Flaw.of("leaves-members-out-of-large-pages", () -> new Service() {
                    @Override
                    protected ObjectNode page(ObjectNode page) {
                        if (page.path("auditEvents").size() == 3) {
                            page.path("auditEvents").forEach(event -> ((ObjectNode) event).remove("performedBy"));
                        }
                        return page;
                    }
                })
                .caughtBy(
                        "pagination-events-are-the-same",
                        "at the response: expected event 'some-events-003' as it was served before, got other members or values in a walk by pages of the default size");
    }

    private static Flaw numbersTheEventsOfEachPage() {
        return Flaw.of("numbers-the-events-of-each-page", () -> new Service() {
                    @Override
                    protected ObjectNode page(ObjectNode page) {
                        JsonNode events = page.path("auditEvents");
                        for (int i = 0; i < events.size(); i++) {
                            ObjectNode event = (ObjectNode) events.path(i);
                            if (event.path("eventId").asText().startsWith("some-events")) {
                                event.put("eventId", "event-" + i);
                            }
                        }
                        return page;
                    }
                })
                .caughtBy(
                        "pagination-event-ids-are-unique",
                        "at the response: expected an eventId that no other event has, got 'event-0' on page 2 of a walk by pages of 1, which another event on page 1 has");
    }

    private static Flaw givesATokenOnAFullLastPage() {
        return Flaw.of("gives-a-token-on-an-exactly-full-last-page", () -> new Service() {
                    @Override
                    protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
                        ObjectNode page = super.slice(input, history, from);
                        boolean full = page.path("auditEvents").size() == size(input);
                        if (full && !page.has("nextToken")) {
                            page.put("nextToken", encode(input.of(), history.size()));
                        }
                        return page;
                    }
                })
                .caughtBy(
                        "pagination-no-token-after-the-last-event",
                        "at /nextToken: expected no token on the page with the last event, got a token that leads to an empty page");
    }

    private static Flaw keepsTheLastEventOfAFullPageBack() {
        return Flaw.of("keeps-the-last-event-of-a-full-page-back", () -> new Service() {
                    @Override
                    protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
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
                    protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
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
                    protected ObjectNode slice(StubInput input, List<JsonNode> history, int from) {
                        return super.slice(input, history.subList(0, Math.min(history.size(), 50)), from);
                    }
                })
                .caughtBy(
                        "pagination-long-history",
                        "at the response: expected a case of more than 50 events, as the profile says of case 'long' of domain 'stub-domain', got 50 events, pages: 2");
    }
}
