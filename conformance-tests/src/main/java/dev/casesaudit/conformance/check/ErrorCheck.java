package dev.casesaudit.conformance.check;

import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at one error of each kind. It passes only on a target that can do otherwise: whose every answer is an error tells nothing. */
public abstract class ErrorCheck implements Check {

    private final String id;

    protected ErrorCheck(String id) {
        this.id = id;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> judged(trial, one));
    }

    /** Whether an error has what the check is about. */
    protected boolean looksAt(Exchange error) {
        return true;
    }

    /** Returns what is wrong with an error that the check looks at. */
    protected abstract Optional<Finding> wrong(Trial trial, Exchange error);

    private Outcome judged(Trial trial, CaseRef one) throws ProbeFailure {
        List<Exchange> errors =
                Mistake.errors(trial, one).stream().filter(this::looksAt).toList();
        List<Finding> findings = new ArrayList<>();
        errors.forEach(error -> wrong(trial, error).ifPresent(findings::add));
        if (!findings.isEmpty()) {
            return Outcome.of(findings);
        }
        if (errors.isEmpty()) {
            return Outcome.notTestable("no error came that could be looked at");
        }
        return trial.served(one);
    }
}
