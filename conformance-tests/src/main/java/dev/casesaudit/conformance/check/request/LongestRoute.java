package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;

/** Both ids may be as long as they can be in one request. */
final class LongestRoute implements Check {

    @Override
    public String id() {
        return "request-longest-route";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        String domain = longest(Label.DOMAIN_ID.length(trial.contract()));
        String caseId = longest(Label.CASE_ID.length(trial.contract()));
        return trial.withAnyCase(one -> {
            // Where one such id is too long by itself, the route is not the cause.
            Outcome outcome =
                    ValidId.judged(trial, Request.auditHistory(domain, caseId), Label.DOMAIN_ID.request(one, domain));
            return outcome instanceof Outcome.Failed
                    ? ValidId.judged(trial, Request.auditHistory(domain, caseId), Label.CASE_ID.request(one, caseId))
                    : outcome;
        });
    }

    private static String longest(Constraint length) {
        return Label.FOUR_BYTES.repeat((int) length.maximum());
    }
}
