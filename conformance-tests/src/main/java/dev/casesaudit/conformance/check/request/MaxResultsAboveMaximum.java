package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.Set;

/** A page size above the maximum is refused, and not clamped. */
final class MaxResultsAboveMaximum implements Check {

    @Override
    public String id() {
        return "request-max-results-above-maximum";
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("maxResults", Keyword.RANGE).at(Boundary.ABOVE));
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        Constraint range = trial.contract().ofInput("maxResults", Keyword.RANGE);
        return trial.withAnyCase(one -> Outcome.of(Expect.refusal(
                trial.ask(trial.history(one).json("{\"maxResults\":%d}".formatted(range.maximum() + 1))),
                Refusal.invalid(trial.contract()))));
    }
}
