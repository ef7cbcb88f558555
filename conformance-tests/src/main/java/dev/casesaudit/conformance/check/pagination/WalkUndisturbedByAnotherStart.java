package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Locale;
import java.util.Optional;

/** Asking for the first page again does not move a walk that is under way. */
final class WalkUndisturbedByAnotherStart extends TokenCheck {

    WalkUndisturbedByAnotherStart() {
        super("pagination-walk-undisturbed-by-another-start");
    }

    @Override
    Outcome judged(Trial trial, CaseRef one, String token) throws ProbeFailure {
        Optional<String> later = Tokens.fresh(trial, one);
        Exchange disturbed = trial.ask(handBack(trial, one, token));
        // A token may be good for one use, and two starts may give the same one.
        Optional<Page> undisturbed = later.isEmpty() || later.get().equals(token)
                ? Tokens.second(trial, one)
                : Page.read(trial.ask(handBack(trial, one, later.get())));
        if (undisturbed.isEmpty()) {
            return Outcome.notTestable(
                    String.format(Locale.ROOT, "the token of the first page of %s led to no page", one));
        }
        Optional<Page> page = Page.read(disturbed);
        if (page.isEmpty()) {
            return Outcome.of(Expect.page(disturbed));
        }
        return Sameness.of(
                        "as without another start",
                        undisturbed.get().eventIds(),
                        page.get().eventIds())
                .map(difference -> Outcome.failed(difference.in(disturbed)))
                .orElseGet(Outcome.Passed::new);
    }
}
