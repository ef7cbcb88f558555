package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;

/** A token does not make a case be there. Which of the two is wrong, the documents leave open. */
final class UnknownCaseWithToken extends TokenCheck {

    UnknownCaseWithToken() {
        super("pagination-unknown-case-with-token");
    }

    @Override
    Outcome judged(Trial trial, CaseRef one, String token) throws ProbeFailure {
        Refusal refusal = Refusal.of(trial.contract(), "ResourceNotFoundException", "ValidationException");
        return trial.blaming(
                Expect.refusal(trial.ask(handBack(trial, trial.unknownCase(), token)), refusal),
                trial.history(trial.unknownCase()),
                refusal);
    }
}
