package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.check.Mistake;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.List;

/** An error is as long as its headers say. */
final class ErrorIsFramed implements Check {

    @Override
    public String id() {
        return "protocol-error-is-framed";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            // The same through a client, which reads on where a length is wrong, or fails for it elsewhere.
            boolean told = isObject(Mistake.UNKNOWN_CASE.made(trial, one));
            Exchange exchange = trial.ask(Framing.looked(trial.history(trial.unknownCase())));
            List<Finding> findings = new ArrayList<>(Framing.wrong(exchange));
            if (told && findings.isEmpty() && !isObject(exchange)) {
                String actual = "no JSON object in "
                        + Words.count(exchange.answer().body().size(), "byte");
                findings.add(Finding.of(exchange, "the whole error", actual));
            }
            if (!findings.isEmpty()) {
                return Outcome.of(findings);
            }
            return told ? trial.served(one) : Outcome.notTestable("an unknown case brings no error with a JSON object");
        });
    }

    private static boolean isObject(Exchange exchange) {
        return exchange.answer().status() >= 400
                && Json.read(exchange.answer().body()).isObject();
    }
}
