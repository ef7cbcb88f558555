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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Breaks one rule in a request for a case that is there, and wants the error for it. */
abstract class RefusedRequest implements Check {

    private final String id;
    private final String[] errors;

    /** Takes the names of the errors that are right; the first is the one that the documents name. */
    RefusedRequest(String id, String... errors) {
        this.id = id;
        this.errors = errors.clone();
    }

    abstract Request request(Trial trial, CaseRef one);

    /** Returns a request that must be refused likewise, and is no matter of this check; where it is not, that is the cause. */
    Optional<Request> neighbour(Trial trial, CaseRef one) {
        return Optional.empty();
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Set<String> provokes() {
        return Set.of(errors[0]);
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        Refusal refusal = Refusal.of(trial.contract(), errors);
        return trial.withAnyCase(one -> {
            List<Finding> findings = Expect.refusal(trial.once(request(trial, one)), refusal);
            Optional<Request> neighbour = neighbour(trial, one);
            return neighbour.isPresent() ? trial.blaming(findings, neighbour.get(), refusal) : Outcome.of(findings);
        });
    }
}
