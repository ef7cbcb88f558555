package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
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

    private static Outcome judged(Trial trial, CaseRef one) throws ProbeFailure {
        Exchange before = trial.once(trial.history(one));
        Exchange after = trial.ask(trial.history(one));
        Optional<Page> first = Page.read(before);
        Optional<Page> second = Page.read(after);
        if (first.isEmpty() || second.isEmpty()) {
            return Outcome.of(Expect.page(first.isEmpty() ? before : after));
        }
        return Sameness.of(
                        "as the first time",
                        first.get().eventIds(),
                        second.get().eventIds())
                .map(difference -> Outcome.failed(difference.in(after)))
                .orElseGet(Outcome.Passed::new);
    }
}
