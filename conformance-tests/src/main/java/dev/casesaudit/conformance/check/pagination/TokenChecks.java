package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tokens of a walk. */
public final class TokenChecks extends PaginationTable {

    // A few pages with a token and no new event are legal.
    private static final int MAX_WITHOUT_NEW_EVENTS = CheckContext.PAGE_LIMIT / 2;

    @Override
    public List<Check> checks() {
        return List.of(
                walks("pagination-walk-ends", each(TokenChecks::endless)),
                walks("pagination-tokens-are-distinct", each(TokenChecks::repeated)),
                walks("pagination-token-is-not-empty", each(TokenChecks::empty)),
                onFreshToken(
                        "pagination-token-accepted",
                        (context, one, token) -> Outcome.of(Expect.page(context.send(nextPage(context, one, token))))));
    }

    private static List<Finding> endless(Walk walk) {
        Set<String> seen = new HashSet<>();
        int withoutNewEvents = 0;
        for (Page page : walk.pages()) {
            withoutNewEvents = seen.addAll(page.eventIds()) ? 0 : withoutNewEvents + 1;
        }
        boolean wrong = !walk.complete() && withoutNewEvents >= MAX_WITHOUT_NEW_EVENTS;
        return wrong
                ? wrong(
                        walk,
                        "a last page without a token",
                        withoutNewEvents + " pages in a row with a token and no new event")
                : List.of();
    }

    // Paginators of SDKs stop at a repeated token.
    private static List<Finding> repeated(Walk walk) {
        return walk.end() == Walk.End.REPEATED
                ? wrong(
                        walk,
                        "a token that no earlier page of the walk has",
                        "the token of an earlier page on page " + walk.pages().size() + " of a walk " + by(walk))
                : List.of();
    }

    private static List<Finding> empty(Walk walk) {
        return walk.end() == Walk.End.EMPTY_TOKEN
                ? wrong(walk, "a token, null or nothing", "an empty string")
                : List.of();
    }

    private static List<Finding> wrong(Walk walk, String expected, String actual) {
        return List.of(new Finding("/nextToken", expected, actual, walk.lastExchange()));
    }
}
