package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;

/** A token that was just given leads to a page. */
final class TokenAccepted extends TokenCheck {

    TokenAccepted() {
        super("pagination-token-accepted");
    }

    @Override
    Outcome judged(Trial trial, CaseRef one, String token) throws ProbeFailure {
        return Outcome.of(Expect.page(trial.ask(handBack(trial, one, token))));
    }
}
