package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Input;
import dev.casesaudit.conformance.stub.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What goes wrong where one page ends and the next begins. */
final class PageEdgeFlaws {

    private PageEdgeFlaws() {}

    static List<Flaw> all() {
        return List.of(
                repeatsTheLastEvent(),
                losesAnEvent(),
                dropsTheToken(),
                sortsEachPageByItself(),
                leavesMembersOut(),
                numbersTheEventsOfEachPage(),
                givesATokenOnAFullLastPage());
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
                        "at the response: expected an event that no page had before, got event 'some-events-002' on page 2 of a walk by pages of 2, which page 1 had");
    }

    private static Flaw losesAnEvent() {
        return Flaw.of("loses-an-event-at-a-page-edge", () -> new Service() {
                    @Override
                    protected ObjectNode slice(Input input, List<JsonNode> history, int from) {
                        return super.slice(input, history, from > 0 ? Math.min(from + 1, history.size()) : from);
                    }
                })
                .caughtBy(
                        "pagination-nothing-is-lost",
                        "at the response: expected a walk by pages of 1 to serve event 'some-events-002', as one by pages of 2 does, got its end without it")
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
                    protected ObjectNode slice(Input input, List<JsonNode> history, int from) {
                        ObjectNode page = super.slice(input, history, from);
                        return size(input) == 2 && from == 0 ? page.without(List.of("nextToken")) : page;
                    }
                })
                .caughtBy(
                        "pagination-nothing-is-lost",
                        "at the response: expected a walk by pages of 2 to serve event 'some-events-001', as one by pages of 1 does, got its end without it");
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
                    protected ObjectNode slice(Input input, List<JsonNode> history, int from) {
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
}
