package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Change;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The same request for a first page gets the same events in the same order. */
final class FirstPageRepeatable implements Check {

    @Override
    public String id() {
        return "pagination-first-page-repeatable";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withEvents(WalksCheck.FEWEST_EVENTS, one -> judged(trial, one));
    }

    // A page that has events added to it is not another history; it has come to rest when it is the same twice in a
    // row.
    private static Outcome judged(Trial trial, CaseRef one) throws ProbeFailure {
        Optional<Page> page = Page.read(trial.once(trial.history(one)));
        if (page.isEmpty()) {
            return trial.served(one);
        }
        List<String> before = page.get().eventIds();
        boolean rested = false;
        for (int i = 0; i < Trial.READINGS; i++) {
            Exchange again = trial.ask(trial.history(one));
            Optional<Page> next = Page.read(again);
            if (next.isEmpty()) {
                return Outcome.of(Expect.page(again));
            }
            List<String> after = next.get().eventIds();
            Change change = Change.between(before, after, false);
            // The first reading may be old enough for all of it to have been pushed off the page.
            boolean pushedOff = i == 0 && Collections.disjoint(before, after);
            if (change == Change.OTHER && !pushedOff) {
                return Outcome.failed(different(before, after, again));
            }
            rested |= change == Change.NONE;
            before = after;
        }
        return rested
                ? new Outcome.Passed()
                : Outcome.notTestable(String.format(
                        Locale.ROOT, "%s has more events each time it is read; name a case at rest", one));
    }

    private static Finding different(List<String> before, List<String> after, Exchange again) {
        return Sameness.of("as the first time", before, after)
                .map(difference -> difference.in(again))
                .orElseGet(() -> Finding.of(again, "the events of the first time", "others"));
    }
}
