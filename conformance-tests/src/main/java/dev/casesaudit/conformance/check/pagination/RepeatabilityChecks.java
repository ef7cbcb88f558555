package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.check.Walk.Change;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Pages and walks that are read again, or at the same time as others. */
public final class RepeatabilityChecks extends PaginationTable {

    private static final int STEPS = 3;

    @Override
    public List<Check> checks() {
        return List.of(
                check(
                        "pagination-first-page-repeatable",
                        context -> context.withEvents(FEWEST_EVENTS, one -> firstPage(context, one))),
                onFreshToken("pagination-following-page-repeatable", RepeatabilityChecks::followingPage),
                onHistory("pagination-walk-repeatable", RepeatabilityChecks::walk),
                onHistory("pagination-walks-interleaved", RepeatabilityChecks::interleaved),
                onFreshToken(
                        "pagination-walk-undisturbed-by-another-start",
                        RepeatabilityChecks::undisturbedByAnotherStart));
    }

    // New events on a page are allowed. The page must be the same twice in a row once.
    private static Outcome firstPage(CheckContext context, CaseRef one) throws ProbeFailure {
        Optional<Page> page = Page.read(context.sendOnce(context.history(one)));
        if (page.isEmpty()) {
            return context.served(one);
        }
        List<String> before = page.get().eventIds();
        boolean rested = false;
        for (int i = 0; i < CheckContext.READINGS; i++) {
            Exchange again = context.send(context.history(one));
            Optional<Page> next = Page.read(again);
            if (next.isEmpty()) {
                return Outcome.of(Expect.page(again));
            }
            List<String> after = next.get().eventIds();
            Change change = Change.between(before, after, false);
            // All events of the first reading, which may be old, can have left the page.
            boolean pushedOff = i == 0 && Collections.disjoint(before, after);
            if (change == Change.OTHER && !pushedOff) {
                return Outcome.failed(difference("as the first time", before, after, id -> again)
                        .orElseGet(() -> Finding.of(again, "the events of the first time", "others")));
            }
            rested |= change == Change.NONE;
            before = after;
        }
        return rested
                ? new Outcome.Passed()
                : Outcome.notTestable(one + " has more events each time it is read; name a case that does not change");
    }

    // A used token leads to the same page again, or is refused.
    private static Outcome followingPage(CheckContext context, CaseRef one, String token) throws ProbeFailure {
        Optional<Page> first = Page.read(context.send(nextPage(context, one, token)));
        if (first.isEmpty()) {
            return Outcome.notTestable("the token of the first page of " + one + " did not lead to a page");
        }
        Exchange again = context.send(nextPage(context, one, token));
        // The lifetime of tokens is not documented; an observation records it.
        return again.response().status() == 200
                ? same(again, "as the token led to before", first.get())
                : new Outcome.Passed();
    }

    private static Outcome walk(CheckContext context, CaseRef one) throws ProbeFailure {
        int size = pageSize(context) + 1;
        Walk before = context.walk(one, size);
        if (!before.sound()) {
            return before.notTestable();
        }
        if (before.eventIds().size() < FEWEST_EVENTS) {
            return tooFew(one);
        }
        Walk after = context.walkAgain(one, size);
        Optional<Finding> difference =
                difference("as the first time", before.eventIds(), after.eventIds(), id -> exchangeOf(after, id));
        if (difference.isPresent()) {
            return Outcome.failed(difference.get());
        }
        int expected = before.eventIds().size();
        int actual = after.eventIds().size();
        if (after.end() == before.end() && (!before.complete() || expected == actual)) {
            return new Outcome.Passed();
        }
        return Outcome.failed(Finding.of(
                after.lastExchange(),
                Words.count(expected, "event") + ", as the first time",
                Words.count(actual, "event") + ", and then: " + after.why()));
    }

    private static Outcome interleaved(CheckContext context, CaseRef one) throws ProbeFailure {
        int size = pageSize(context);
        List<Walk> alone = List.of(context.walk(one, size), context.walk(one, size + 1));
        for (Walk walk : alone) {
            if (!walk.sound() || !followed(walk)) {
                return notFollowed(walk);
            }
        }
        List<RepeatedWalk> together = alone.stream().map(RepeatedWalk::new).toList();
        List<Finding> findings = new ArrayList<>();
        for (int step = 0; step < STEPS && findings.isEmpty(); step++) {
            for (RepeatedWalk stride : together) {
                findings.addAll(stride.step(context));
            }
        }
        return Outcome.of(findings);
    }

    /** A walk that is repeated page by page. */
    private static final class RepeatedWalk {

        private final Walk alone;
        private final List<String> served = new ArrayList<>();
        private Optional<String> token = Optional.empty();
        private boolean ended;

        RepeatedWalk(Walk alone) {
            this.alone = alone;
        }

        List<Finding> step(CheckContext context) throws ProbeFailure {
            if (ended) {
                return List.of();
            }
            Exchange exchange = context.send(context.page(alone.of(), alone.pageSize(), token));
            Optional<Page> page = Page.read(exchange);
            if (page.isEmpty()) {
                return Expect.page(exchange);
            }
            served.addAll(page.get().eventIds());
            token = page.get().nextToken();
            ended = token.isEmpty();
            return difference("as a walk alone " + by(alone), alone.eventIds(), served, id -> exchange).stream()
                    .toList();
        }
    }

    private static Outcome undisturbedByAnotherStart(CheckContext context, CaseRef one, String token)
            throws ProbeFailure {
        Optional<String> later = freshToken(context, one);
        Exchange disturbed = context.send(nextPage(context, one, token));
        // A target may accept a token once only, and two first pages may have the same token.
        Optional<Page> undisturbed = later.isEmpty() || later.get().equals(token)
                ? context.walk(one, pageSize(context)).pages().stream().skip(1).findFirst()
                : Page.read(context.send(nextPage(context, one, later.get())));
        return undisturbed.isPresent()
                ? same(disturbed, "as without another start", undisturbed.get())
                : Outcome.notTestable("the token of the first page of " + one + " did not lead to a page");
    }

    private static Outcome same(Exchange exchange, String as, Page before) {
        Optional<Page> page = Page.read(exchange);
        return Outcome.of(
                page.isEmpty()
                        ? Expect.page(exchange)
                        : difference(as, before.eventIds(), page.get().eventIds(), id -> exchange).stream()
                                .toList());
    }
}
