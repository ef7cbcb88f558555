package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tries what is not a token of the case; a target that refuses its own tokens too has not refused it for what it is. */
abstract class ForgeryCheck extends TokenCheck {

    ForgeryCheck(String id) {
        super(id);
    }

    /** A request's token that the target did not give for it, and what findings call that. */
    record Forgery(String what, CaseRef where, String token) {}

    /** Returns the forgeries to try, made from a token of a case. */
    abstract List<Forgery> forgeries(CaseRef one, String token);

    /** Returns what is right to answer. */
    Refusal refusal(Trial trial) {
        return Refusal.invalid(trial.contract());
    }

    @Override
    final Outcome judged(Trial trial, CaseRef one, String token) throws ProbeFailure {
        Walk honest = trial.walk(one, Tokens.pageSize(trial));
        if (!Tokens.followed(honest)) {
            return Tokens.notFollowed(honest);
        }
        List<Forgery> forgeries = forgeries(one, token);
        if (forgeries.isEmpty()) {
            return Outcome.notTestable(String.format(Locale.ROOT, "the token of %s is too short to be altered", one));
        }
        List<Finding> findings = new ArrayList<>();
        for (Forgery forgery : forgeries) {
            findings.addAll(refused(trial, forgery));
        }
        return judged(trial, one, findings);
    }

    /** Returns what findings come to: nothing where not even a token is refused that no target can take for one. */
    Outcome judged(Trial trial, CaseRef one, List<Finding> findings) throws ProbeFailure {
        return trial.blaming(findings, handBack(trial, one, "not-a-token"), refusal(trial));
    }

    private List<Finding> refused(Trial trial, Forgery forgery) throws ProbeFailure {
        return Expect.refusal(trial.ask(handBack(trial, forgery.where(), forgery.token())), refusal(trial)).stream()
                .map(finding ->
                        finding.expecting(String.format(Locale.ROOT, "%s to %s", finding.expected(), forgery.what())))
                .toList();
    }
}
