package dev.casesaudit.conformance.check.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of rows in this area, with their walks and tokens. */
abstract class PaginationTable extends CheckTable {

    /** A walk by pages of one event needs three to have a first, a middle and a last page. */
    static final int FEWEST_EVENTS = 3;

    interface MoreWalks {
        List<Walk> of(CheckContext context, CaseRef one) throws ProbeFailure;
    }

    interface LookAtWalks {
        List<Finding> at(CheckContext context, List<Walk> walks);
    }

    interface AttemptWithToken {
        Outcome run(CheckContext context, CaseRef one, String token) throws ProbeFailure;
    }

    // ---- kinds of rows

    /** A row that is tried on a short history, and again if events were added meanwhile. */
    static Check onHistory(String id, AttemptOnCase attempt) {
        return check(
                id,
                context -> context.withEvents(
                        FEWEST_EVENTS, one -> context.onUnchangedCase(one, same -> attempt.run(context, same))));
    }

    /** Walks by the smallest page size, the next larger one and the default have no findings. */
    static Check walks(String id, LookAtWalks look) {
        return walks(id, (context, one) -> List.of(), look);
    }

    /** Looks at each walk separately. */
    static LookAtWalks each(Function<Walk, List<Finding>> look) {
        return (context, walks) ->
                walks.stream().flatMap(walk -> look.apply(walk).stream()).toList();
    }

    /** The same with further walks. */
    static Check walks(String id, MoreWalks more, LookAtWalks look) {
        return onHistory(id, (context, one) -> {
            List<Walk> walks = walks(context, one);
            walks.addAll(more.of(context, one));
            return judged(context, walks, look);
        });
    }

    /** The same for checks that identify events by their ids. Not testable if different events have the same id. */
    static Check comparing(String id, LookAtWalks look) {
        return onHistory(id, (context, one) -> {
            List<Walk> walks = walks(context, one);
            Optional<String> shared =
                    walks.stream().flatMap(walk -> sharedId(walk).stream()).findFirst();
            return shared.isPresent()
                    ? Outcome.notTestable("different events have the eventId " + quoted(shared.get()))
                    : judged(context, walks, look);
        });
    }

    /** A row that is tried with a new token. */
    static Check onFreshToken(String id, AttemptWithToken attempt) {
        return onHistory(id, (context, one) -> withFreshToken(context, one, attempt));
    }

    static Outcome withFreshToken(CheckContext context, CaseRef one, AttemptWithToken attempt) throws ProbeFailure {
        Optional<String> token = freshToken(context, one);
        return token.isPresent()
                ? attempt.run(context, one, token.get())
                : Outcome.notTestable(
                        "the first page of " + one + " with a maxResults of " + pageSize(context) + " has no token");
    }

    // ---- tokens

    /** Returns the smallest page size, with which the shortest history has a token. */
    static int pageSize(CheckContext context) {
        return (int) context.contract().ofInput("maxResults", Keyword.RANGE).minimum();
    }

    /** Returns a new token, since a target may accept each token only once. */
    static Optional<String> freshToken(CheckContext context, CaseRef one) throws ProbeFailure {
        return Page.read(context.send(context.page(one, pageSize(context), Optional.empty())))
                .flatMap(Page::nextToken)
                .filter(token -> !token.isEmpty()
                        && token.length()
                                <= context.profile().limits().response().token());
    }

    /** Returns the request for the next page, otherwise equal to the request for the first one. */
    static Request nextPage(CheckContext context, CaseRef one, String token) {
        return context.page(one, pageSize(context), Optional.of(token));
    }

    /** Whether a walk shows that the target accepts its own tokens. */
    static boolean followed(Walk walk) {
        return walk.pages().size() > 1;
    }

    /** The outcome of a check that needs a walk with tokens. */
    static Outcome notFollowed(Walk walk) {
        return walk.sound()
                ? Outcome.notTestable(
                        "a walk of " + walk.of() + " with a maxResults of " + walk.pageSize() + " has one page")
                : walk.notTestable();
    }

    // ---- comparisons

    /**
     * Returns the first difference between two lists of events. The shorter one may end early, since pages may differ
     * in length.
     *
     * @param evidence returns the exchange that has an event
     */
    static Optional<Finding> difference(
            String as, List<String> expected, List<String> actual, Function<String, Exchange> evidence) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                return Optional.of(Finding.of(
                        evidence.apply(actual.get(i)),
                        "event " + quoted(expected.get(i)) + " next, " + as,
                        "event " + quoted(actual.get(i))));
            }
        }
        return Optional.empty();
    }

    /** Returns the exchange of a walk that has an event. */
    static Exchange exchangeOf(Walk walk, String eventId) {
        return walk.pages().stream()
                .filter(page -> page.eventIds().contains(eventId))
                .map(Page::exchange)
                .findFirst()
                .orElseThrow();
    }

    /** Describes the page size of a walk. */
    static String by(Walk walk) {
        return walk.pageSize() == 0 ? "by pages of the default size" : "by pages of " + walk.pageSize();
    }

    private static List<Walk> walks(CheckContext context, CaseRef one) throws ProbeFailure {
        List<Walk> walks = new ArrayList<>();
        for (int size : List.of(pageSize(context), pageSize(context) + 1, 0)) {
            walks.add(context.walk(one, size));
        }
        return walks;
    }

    private static Optional<String> sharedId(Walk walk) {
        Map<String, JsonNode> events = new HashMap<>();
        for (JsonNode event : walk.events()) {
            String id = event.path("eventId").asText();
            JsonNode other = events.putIfAbsent(id, event);
            if (other != null && !other.equals(event)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private static Outcome judged(CheckContext context, List<Walk> walks, LookAtWalks look) {
        List<Finding> findings = look.at(context, walks);
        if (!findings.isEmpty()) {
            return Outcome.of(findings);
        }
        // Without enough pages, having no findings proves nothing.
        Optional<Walk> broken = walks.stream().filter(walk -> !walk.sound()).findFirst();
        if (broken.isPresent()) {
            return broken.get().notTestable();
        }
        boolean enough = walks.stream().anyMatch(walk -> walk.events().size() >= FEWEST_EVENTS);
        return enough ? new Outcome.Passed() : tooFew(walks.get(0).of());
    }

    static Outcome tooFew(CaseRef one) {
        return Outcome.notTestable(one + " has fewer than " + FEWEST_EVENTS + " events");
    }
}
