package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request.Identity;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.TargetProfile.Signing;

/** What becomes of a request that nobody signed. */
final class UnsignedRequest extends CaseQuestion {

    UnsignedRequest() {
        super("unsigned-request", "What does a request without a signature get?", SHORTEST);
    }

    @Override
    String answer(CheckContext trial, CaseRef one) throws ProbeFailure {
        // Where the profile signs nothing, that is what every request is.
        boolean signs = trial.profile().signing() != Signing.NONE;
        return AnswerText.of(trial.once(signs ? trial.history(one).as(Identity.NOBODY) : trial.history(one)));
    }
}
