package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.http.Request.Identity;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.List;
import java.util.Set;

/** Asks for a page as somebody who may not have it, where the target checks signatures. */
abstract class SignatureCheck implements Check {

    private final String id;
    private final Identity identity;
    private final String error;

    SignatureCheck(String id, Identity identity, String error) {
        this.id = id;
        this.identity = identity;
        this.error = error;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Set<String> provokes() {
        return Set.of(error);
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        if (trial.profile().signing() == TargetProfile.Signing.NONE) {
            return new Outcome.NotApplicable("the target profile signs no requests");
        }
        if (trial.profile().declines(TargetProfile.SIGNATURES)) {
            return new Outcome.NotTestable("the target checks no signatures", TargetProfile.SIGNATURES);
        }
        return trial.withAnyCase(one -> {
            Request request = ask(trial.history(one));
            List<Finding> findings = wrong(trial, trial.once(request));
            return findings.isEmpty() ? trial.served(one) : Outcome.of(findings);
        });
    }

    /** Returns the request that is to be refused, made of one for a page. */
    Request ask(Request history) {
        return history.as(identity);
    }

    /** Returns what is wrong with the answer. */
    abstract List<Finding> wrong(Trial trial, Exchange exchange);
}
