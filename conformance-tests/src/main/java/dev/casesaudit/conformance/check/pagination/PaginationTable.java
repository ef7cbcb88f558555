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

/** The kinds of rows in this area, and what their attempts share. */
abstract class PaginationTable extends CheckTable {

    /** The fewest events with which a walk has a beginning, a middle and an end. */
    static final int FEWEST_EVENTS = 3;

    interface MoreWalks {
        List<Walk> of(CheckContext trial, CaseRef one) throws ProbeFailure;
    }

    /** Returns what is wrong with walks, as far as they came. */
    interface LookAtWalks {
        List<Finding> at(CheckContext trial, List<Walk> walks);
    }

    interface AttemptWithToken {
        Outcome run(CheckContext trial, CaseRef one, String token) throws ProbeFailure;
    }

    // ---- kinds of rows

    /** A row that is tried on a history of a few events that does not change meanwhile. */
    static Check onHistory(String id, AttemptOnCase attempt) {
        return check(
                id,
                trial -> trial.withEvents(FEWEST_EVENTS, one -> trial.atRest(one, same -> attempt.run(trial, same))));
    }

    /** Nothing is wrong with the walks of a history by the smallest pages, by those one larger, and by the default. */
    static Check walks(String id, LookAtWalks look) {
        return walks(id, (trial, one) -> List.of(), look);
    }

    /** Looks at each walk by itself. */
    static LookAtWalks each(Function<Walk, List<Finding>> look) {
        return (trial, walks) ->
                walks.stream().flatMap(walk -> look.apply(walk).stream()).toList();
    }

    /** The same, with more walks to look at. */
    static Check walks(String id, MoreWalks more, LookAtWalks look) {
        return onHistory(id, (trial, one) -> {
            List<Walk> walks = walks(trial, one);
            walks.addAll(more.of(trial, one));
            return judged(trial, walks, look);
        });
    }

    /** The same for what tells events apart by their ids, so that nothing can be said where different events share one. */
    static Check comparing(String id, LookAtWalks look) {
        return onHistory(id, (trial, one) -> {
            List<Walk> walks = walks(trial, one);
            Optional<String> shared =
                    walks.stream().flatMap(walk -> sharedId(walk).stream()).findFirst();
            return shared.isPresent()
                    ? Outcome.notTestable("different events have the eventId " + quoted(shared.get()))
                    : judged(trial, walks, look);
        });
    }

    /** A row that is tried with a token that was just given. */
    static Check onFreshToken(String id, AttemptWithToken attempt) {
        return onHistory(id, (trial, one) -> withFreshToken(trial, one, attempt));
    }

    static Outcome withFreshToken(CheckContext trial, CaseRef one, AttemptWithToken attempt) throws ProbeFailure {
        Optional<String> token = freshToken(trial, one);
        return token.isPresent()
                ? attempt.run(trial, one, token.get())
                : Outcome.notTestable(
                        "the first page of " + one + " with a maxResults of " + pageSize(trial) + " gave no token");
    }

    // ---- tokens

    /** Returns the page size with which the fewest events give a token. */
    static int pageSize(CheckContext trial) {
        return (int) trial.contract().ofInput("maxResults", Keyword.RANGE).minimum();
    }

    /** Returns a token that nobody has used, since a target may let each be used once; empty where none came. */
    static Optional<String> freshToken(CheckContext trial, CaseRef one) throws ProbeFailure {
        return Page.read(trial.ask(trial.page(one, pageSize(trial), Optional.empty())))
                .flatMap(Page::nextToken)
                .filter(token -> !token.isEmpty()
                        && token.length() <= trial.profile().limits().answer().token());
    }

    /** Hands a token back in a request that is otherwise as the one that brought it. */
    static Request handBack(CheckContext trial, CaseRef one, String token) {
        return trial.page(one, pageSize(trial), Optional.of(token));
    }

    /** Whether a walk followed a token to a page, so that it shows what the target does with its own tokens. */
    static boolean followed(Walk walk) {
        return walk.pages().size() > 1;
    }

    /** Says why a walk in which no token was followed is not enough. */
    static Outcome notFollowed(Walk walk) {
        return walk.sound()
                ? Outcome.notTestable(
                        "a walk of " + walk.of() + " with a maxResults of " + walk.pageSize() + " had one page")
                : walk.notWalkable();
    }

    // ---- comparisons

    /**
     * Returns where events differ from those that were served before, as far as both go: a page may be shorter than it was.
     *
     * @param evidence returns the exchange that brought an event
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

    /** Returns the exchange of a walk that brought an event. */
    static Exchange bringing(Walk walk, String eventId) {
        return walk.pages().stream()
                .filter(page -> page.eventIds().contains(eventId))
                .map(Page::exchange)
                .findFirst()
                .orElseThrow();
    }

    /** Says by which pages a walk went. */
    static String by(Walk walk) {
        return walk.pageSize() == 0 ? "by pages of the default size" : "by pages of " + walk.pageSize();
    }

    private static List<Walk> walks(CheckContext trial, CaseRef one) throws ProbeFailure {
        List<Walk> walks = new ArrayList<>();
        for (int size : List.of(pageSize(trial), pageSize(trial) + 1, 0)) {
            walks.add(trial.walk(one, size));
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

    private static Outcome judged(CheckContext trial, List<Walk> walks, LookAtWalks look) {
        List<Finding> findings = look.at(trial, walks);
        if (!findings.isEmpty()) {
            return Outcome.of(findings);
        }
        // Nothing wrong was found, which means nothing where there was nothing to find it in.
        Optional<Walk> broken = walks.stream().filter(walk -> !walk.sound()).findFirst();
        if (broken.isPresent()) {
            return broken.get().notWalkable();
        }
        boolean enough = walks.stream().anyMatch(walk -> walk.events().size() >= FEWEST_EVENTS);
        return enough ? new Outcome.Passed() : tooFew(walks.get(0).of());
    }

    static Outcome tooFew(CaseRef one) {
        return Outcome.notTestable(one + " has fewer than " + FEWEST_EVENTS + " events");
    }
}
