package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Mistake;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.List;
import java.util.Set;

/** Makes a mistake, and expects the error that the contract has for it. */
abstract class RefusalCheck implements Check {

    private final String id;
    private final Mistake mistake;

    RefusalCheck(String id, Mistake mistake) {
        this.id = id;
        this.mistake = mistake;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Set<String> provokes() {
        return Set.of(mistake.names().get(0));
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        Refusal refusal = Refusal.of(trial.contract(), mistake.names().toArray(String[]::new));
        return mistake.on(trial, one -> {
            List<Finding> findings = Expect.refusal(mistake.made(trial, one), refusal);
            if (findings.isEmpty()) {
                return trial.withAnyCase(trial::served);
            }
            return mistake.isOfACase() ? trial.blamingCase(findings, mistake.made(trial, one)) : Outcome.of(findings);
        });
    }
}
