package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.List;

/** A page is as long as its headers say. */
final class PageIsFramed implements Check {

    @Override
    public String id() {
        return "protocol-page-is-framed";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            Exchange exchange = trial.ask(Framing.looked(trial.history(one)));
            List<Finding> findings = Framing.wrong(exchange);
            return findings.isEmpty() ? trial.blaming(Expect.page(exchange), trial.history(one)) : Outcome.of(findings);
        });
    }
}
