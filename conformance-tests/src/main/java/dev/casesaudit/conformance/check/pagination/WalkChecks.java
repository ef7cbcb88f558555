package dev.casesaudit.conformance.check.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The events of a walk: their number and their order. */
public final class WalkChecks extends PaginationTable {

    @Override
    public List<Check> checks() {
        return List.of(
                walks("pagination-page-within-max-results", WalkChecks::ofTwoPages, WalkChecks::tooLarge),
                walks("pagination-event-ids-are-unique", each(WalkChecks::sharedIds)),
                comparing("pagination-pages-are-disjoint", each(WalkChecks::repeated)),
                comparing("pagination-nothing-is-lost", (context, walks) -> lost(walks)),
                comparing("pagination-order-independent-of-page-size", (context, walks) -> reordered(walks)),
                comparing("pagination-events-are-the-same", (context, walks) -> changed(walks)),
                walks(
                        "pagination-no-token-after-the-last-event",
                        WalkChecks::byFullPages,
                        each(WalkChecks::tokenToEmptyPage)),
                history("pagination-full-page-history", Role.FULL_PAGE),
                history("pagination-two-pages-history", Role.TWO_PAGES),
                history("pagination-long-history", Role.LONG));
    }

    // Only a longer history can have a page of more than the default size.
    private static List<Walk> ofTwoPages(CheckContext context, CaseRef one) throws ProbeFailure {
        Optional<CaseRef> longer = context.profile().find(Role.TWO_PAGES);
        return longer.isPresent() ? List.of(context.walk(longer.get())) : List.of();
    }

    private static List<Finding> tooLarge(CheckContext context, List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        for (Walk walk : walks) {
            int most = walk.pageSize() == 0 ? context.contract().defaultPageSize() : walk.pageSize();
            int number = 0;
            for (Page page : walk.pages()) {
                number++;
                int events = page.events().size();
                if (events > most) {
                    findings.add(new Finding(
                            "/auditEvents",
                            Words.count(most, "event") + " at most",
                            Words.count(events, "event") + " on page " + number + " of a walk " + by(walk),
                            page.exchange()));
                }
            }
        }
        return findings;
    }

    private record Place(JsonNode event, int page) {}

    // A requirement of the area response is about a single page.
    private static List<Finding> sharedIds(Walk walk) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Place> places = new HashMap<>();
        int number = 0;
        for (Page page : walk.pages()) {
            number++;
            for (JsonNode event : page.events()) {
                JsonNode id = event.path("eventId");
                Place earlier = id.isTextual() ? places.putIfAbsent(id.asText(), new Place(event, number)) : null;
                if (earlier != null
                        && earlier.page() < number
                        && !earlier.event().equals(event)) {
                    findings.add(Finding.of(
                            page.exchange(),
                            "an eventId that no other event has",
                            quoted(id.asText()) + " on page " + number + " of a walk " + by(walk)
                                    + ", which another event on page " + earlier.page() + " has"));
                }
            }
        }
        return findings;
    }

    private static List<Finding> repeated(Walk walk) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> firstPage = new HashMap<>();
        int number = 0;
        for (Page page : walk.pages()) {
            number++;
            for (String id : page.eventIds()) {
                Integer earlier = firstPage.putIfAbsent(id, number);
                if (earlier != null) {
                    findings.add(Finding.of(
                            page.exchange(),
                            "an event that no earlier page has",
                            "event " + quoted(id) + " on page " + number + " of a walk " + by(walk) + ", which page "
                                    + earlier + " has"));
                }
            }
        }
        return findings;
    }

    private static List<Finding> lost(List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        for (Walk walk : walks) {
            for (Walk other : walks) {
                if (walk.sound() && other.sound()) {
                    findings.addAll(lost(walk, other));
                }
            }
        }
        return findings;
    }

    // A walk must have the events of the other one. A walk that was cut off must have as many of them as it is long.
    private static List<Finding> lost(Walk walk, Walk other) {
        List<String> served = walk.eventIds();
        List<String> due = other.eventIds();
        if (!walk.complete()) {
            due = due.subList(0, Math.min(due.size(), served.size()));
        }
        Set<String> missing = new LinkedHashSet<>(due);
        missing.removeAll(Set.copyOf(served));
        return missing.stream()
                .map(id -> Finding.of(
                        walk.lastExchange(),
                        "a walk " + by(walk) + " to serve event " + quoted(id) + ", as one " + by(other) + " does",
                        "the end of the walk without it"))
                .toList();
    }

    // The page size must not change the order.
    private static List<Finding> reordered(List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        Walk first = walks.get(0);
        for (Walk walk : walks.subList(1, walks.size())) {
            // Another requirement is about lost events.
            Set<String> both = new HashSet<>(first.eventIds());
            both.retainAll(walk.eventIds());
            difference("as " + by(first), shared(first, both), shared(walk, both), id -> exchangeOf(walk, id))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static List<String> shared(Walk walk, Set<String> both) {
        return walk.eventIds().stream().filter(both::contains).distinct().toList();
    }

    private static List<Finding> changed(List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        Map<String, JsonNode> first = new HashMap<>();
        for (Walk walk : walks) {
            for (Page page : walk.pages()) {
                for (JsonNode event : page.events()) {
                    String id = event.path("eventId").asText();
                    JsonNode earlier = first.putIfAbsent(id, event);
                    if (earlier != null && !earlier.equals(event)) {
                        findings.add(Finding.of(
                                page.exchange(),
                                "event " + quoted(id) + " as it was served before",
                                "other members or values in a walk " + by(walk)));
                    }
                }
            }
        }
        return findings;
    }

    private static List<Walk> byFullPages(CheckContext context, CaseRef one) throws ProbeFailure {
        List<Walk> walks = new ArrayList<>();
        int all = context.walk(one).eventIds().size();
        if (context.walk(one).complete() && all > 0 && all <= context.contract().defaultPageSize()) {
            walks.add(context.walk(one, all));
        }
        Optional<CaseRef> full = context.profile().find(Role.FULL_PAGE);
        if (full.isPresent()) {
            walks.add(context.walk(full.get()));
        }
        return walks;
    }

    private static List<Finding> tokenToEmptyPage(Walk walk) {
        List<Page> pages = walk.pages();
        int last = pages.size() - 1;
        while (last > 0 && pages.get(last).events().isEmpty()) {
            last--;
        }
        return walk.complete() && last < pages.size() - 1
                ? List.of(new Finding(
                        "/nextToken",
                        "no token on the page with the last event",
                        "a token that leads to an empty page",
                        pages.get(last).exchange()))
                : List.of();
    }

    private static Check history(String id, Role role) {
        return check(
                id,
                context ->
                        context.with(role, one -> context.onUnchangedCase(one, same -> counted(context, role, same))));
    }

    private static Outcome counted(CheckContext context, Role role, CaseRef one) throws ProbeFailure {
        Walk walk = context.walk(one);
        if (walk.end() == Walk.End.BROKEN) {
            Outcome outcome = Outcome.of(walk.broken());
            return walk.pages().isEmpty() ? outcome : unlessShortestWalkBreaks(context, outcome);
        }
        if (!walk.sound()) {
            return walk.notTestable();
        }
        // Each event counts once: a repeated event must not make up for a lost one.
        long events = walk.eventIds().stream().distinct().count();
        if (role.admits((int) events)) {
            return new Outcome.Passed();
        }
        Finding finding = Finding.of(
                walk.lastExchange(),
                role.about() + ", as the profile says of " + one,
                Words.count(events, "event") + ", pages: " + walk.pages().size());
        return context.comparedWithUnknownCase(
                List.of(finding), walk.exchanges().get(0));
    }

    // If the shortest walk breaks too, another check has the finding.
    private static Outcome unlessShortestWalkBreaks(CheckContext context, Outcome outcome) throws ProbeFailure {
        return context.withEvents(FEWEST_EVENTS, one -> {
            Walk shortest = context.walk(one, pageSize(context));
            return shortest.end() == Walk.End.BROKEN ? shortest.notTestable() : outcome;
        });
    }
}
