package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Locale;
import java.util.Optional;

/** Gets tokens to try things with. */
final class Tokens {

    private Tokens() {}

    /** Returns the page size with which the fewest events give a token. */
    static int pageSize(Trial trial) {
        return (int) trial.contract().ofInput("maxResults", Keyword.RANGE).minimum();
    }

    /** Returns the second page of the walk that the checks share, or empty where it has none. */
    static Optional<Page> second(Trial trial, CaseRef one) throws ProbeFailure {
        return trial.walk(one, pageSize(trial)).pages().stream().skip(1).findFirst();
    }

    /** Whether a walk followed a token to a page, so that it shows what the target does with its own tokens. */
    static boolean followed(Walk walk) {
        return walk.pages().size() > 1;
    }

    /** Returns what a walk came to that broke off at a token, unless the target refuses its tokens in the shortest walk, too. */
    static Outcome blaming(Trial trial, Outcome outcome) throws ProbeFailure {
        return trial.withEvents(WalksCheck.FEWEST_EVENTS, one -> {
            Walk shortest = trial.walk(one, pageSize(trial));
            return shortest.end() instanceof Walk.End.Broken ? shortest.notWalkable() : outcome;
        });
    }

    /** Says why a walk in which no token was followed is not enough. */
    static Outcome notFollowed(Walk walk) {
        return walk.sound()
                ? Outcome.notTestable(String.format(
                        Locale.ROOT, "a walk of %s with a maxResults of %d had one page", walk.of(), walk.pageSize()))
                : walk.notWalkable();
    }

    /** Returns a token that nobody has used, since a target may let each be used once; empty where none came. */
    static Optional<String> fresh(Trial trial, CaseRef one) throws ProbeFailure {
        return Page.read(trial.ask(trial.page(one, pageSize(trial), Optional.empty())))
                .flatMap(Page::nextToken)
                .filter(token -> !token.isEmpty())
                .filter(token ->
                        token.length() <= trial.profile().limits().answer().token());
    }
}
