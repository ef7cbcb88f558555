package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Mistake;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.List;
import java.util.Set;

/** A route that no operation has is unknown, and the error has the form of all others. */
final class UnknownRoute implements Check {

    private static final String NAME = Mistake.UNKNOWN_ROUTE.names().get(0);

    @Override
    public String id() {
        return "error-unknown-route";
    }

    @Override
    public Set<String> provokes() {
        return Set.of(NAME);
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            Exchange exchange = Mistake.UNKNOWN_ROUTE.made(trial, one);
            List<Finding> findings = Expect.refusal(exchange, Refusal.of(trial.contract(), NAME));
            List<Finding> all = findings.isEmpty() ? ClientError.expected(exchange) : findings;
            return all.isEmpty() ? trial.served(one) : Outcome.of(all);
        });
    }
}
