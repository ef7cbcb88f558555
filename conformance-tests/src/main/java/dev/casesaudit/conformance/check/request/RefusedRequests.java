package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends several requests that must be refused for one reason, all of a kind with a simpler one that is tried elsewhere. */
final class RefusedRequests implements Check {

    private final String id;
    private final Kind kind;
    private final String[] errors;

    /** A request, and what findings call it. */
    record Tried(String what, Request request) {}

    /** Makes the requests. */
    interface Kind {

        List<Tried> tried(Trial trial, CaseRef one);

        /** Returns the simpler one; where it is not refused, these tell nothing. */
        Request simpler(Trial trial, CaseRef one);
    }

    /** Takes the names of the errors that are right. */
    RefusedRequests(String id, Kind kind, String... errors) {
        this.id = id;
        this.kind = kind;
        this.errors = errors.clone();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        Refusal refusal = Refusal.of(trial.contract(), errors);
        return trial.withAnyCase(one -> {
            List<Finding> findings = new ArrayList<>();
            for (Tried tried : kind.tried(trial, one)) {
                Expect.refusal(trial.once(tried.request()), refusal).stream()
                        .map(finding -> finding.expecting(
                                String.format(Locale.ROOT, "%s to %s", finding.expected(), tried.what())))
                        .forEach(findings::add);
            }
            return trial.blaming(findings, kind.simpler(trial, one), refusal);
        });
    }
}
