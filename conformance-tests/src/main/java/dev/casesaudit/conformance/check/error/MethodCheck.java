package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import java.util.List;
import java.util.Set;

/** Sends another method than POST on the operation's route. */
abstract class MethodCheck implements Check {

    private static final String UNKNOWN = "UnknownOperationException";

    private final String id;
    private final String method;

    MethodCheck(String id, String method) {
        this.id = id;
        this.method = method;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Set<String> provokes() {
        return Set.of(UNKNOWN);
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            // Of a case that is not there: whatever a target makes of a DELETE, nothing is lost.
            Request other = trial.history(trial.unknownCase()).method(method);
            List<Finding> findings = Expect.refusal(trial.ask(other), Refusal.of(trial.contract(), UNKNOWN));
            return findings.isEmpty() ? trial.served(one) : Outcome.of(findings);
        });
    }
}
