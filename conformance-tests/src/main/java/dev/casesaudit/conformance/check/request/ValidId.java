package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import java.util.List;
import java.util.Locale;

/** Tells whether an answer takes the ids of a request for valid ones, whether or not they name anything. */
final class ValidId {

    private ValidId() {}

    /** Judges the answer to a request, where that to one whose ids have nothing unusual to them is right. */
    static Outcome judged(Trial trial, Request tried, Request usual) throws ProbeFailure {
        List<Finding> findings = findings(trial.once(tried), trial.contract());
        if (findings.isEmpty()) {
            return new Outcome.Passed();
        }
        List<Finding> control = findings(trial.once(usual), trial.contract());
        return trial.asDocumented(control)
                ? Outcome.of(findings)
                : Outcome.notTestable(String.format(Locale.ROOT, "another id fares no better: %s", control.get(0)));
    }

    private static List<Finding> findings(Exchange exchange, Contract contract) {
        if (Expect.page(exchange).isEmpty()) {
            return List.of();
        }
        Refusal refusal = Refusal.of(contract, "ResourceNotFoundException", "AccessDeniedException");
        return Expect.refusal(exchange, refusal).stream()
                .map(finding -> finding.expecting("a page, or " + refusal))
                .toList();
    }
}
