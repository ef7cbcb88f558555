package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import java.util.List;
import java.util.Set;

/** Sends a request with nothing wrong but its size. No document names a limit: it is served, or refused in the operation's way. */
abstract class LargeCheck implements Check {

    private final String id;
    private final String error;

    LargeCheck(String id, String error) {
        this.id = id;
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
        return trial.withAnyCase(one -> {
            Exchange exchange = trial.ask(large(trial.history(one)));
            List<Finding> findings =
                    exchange.answer().status() == 200 ? Expect.page(exchange) : ClientError.expected(exchange);
            return findings.isEmpty() ? trial.served(one) : Outcome.of(findings);
        });
    }

    /** Returns the request, made large. */
    abstract Request large(Request request);
}
