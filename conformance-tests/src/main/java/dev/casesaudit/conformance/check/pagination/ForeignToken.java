package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;
import java.util.Locale;

/** Tries the token of one case on another. */
final class ForeignToken extends ForgeryCheck {

    private final CaseRef other;
    private final String what;

    ForeignToken(String id, CaseRef other, String what) {
        super(id);
        this.other = other;
        this.what = what;
    }

    @Override
    List<Forgery> forgeries(CaseRef one, String token) {
        return List.of(new Forgery(what, other, token));
    }

    // Of two cases with the same events, nobody can tell whose page came.
    @Override
    Outcome judged(Trial trial, CaseRef one, List<Finding> findings) throws ProbeFailure {
        boolean same = trial.walk(one).eventIds().equals(trial.walk(other).eventIds());
        return same && !findings.isEmpty()
                ? Outcome.notTestable(String.format(Locale.ROOT, "%s and %s have the same events", one, other))
                : super.judged(trial, one, findings);
    }
}
