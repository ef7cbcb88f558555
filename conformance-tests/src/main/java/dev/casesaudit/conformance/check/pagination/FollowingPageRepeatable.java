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

/** A token names a place: used again it leads there again, or nowhere. */
final class FollowingPageRepeatable extends TokenCheck {

    FollowingPageRepeatable() {
        super("pagination-following-page-repeatable");
    }

    @Override
    Outcome judged(Trial trial, CaseRef one, String token) throws ProbeFailure {
        Optional<Page> first = Page.read(trial.ask(handBack(trial, one, token)));
        if (first.isEmpty()) {
            return Outcome.notTestable(
                    String.format(Locale.ROOT, "the token of the first page of %s led to no page", one));
        }
        Exchange again = trial.ask(handBack(trial, one, token));
        if (again.answer().status() != 200) {
            // How long a token lives is not documented; what came is recorded with the behaviours.
            return new Outcome.Passed();
        }
        Optional<Page> second = Page.read(again);
        return second.isEmpty()
                ? Outcome.of(Expect.page(again))
                : Sameness.of(
                                "as the token led to before",
                                first.get().eventIds(),
                                second.get().eventIds())
                        .map(difference -> Outcome.failed(difference.in(again)))
                        .orElseGet(Outcome.Passed::new);
    }
}
