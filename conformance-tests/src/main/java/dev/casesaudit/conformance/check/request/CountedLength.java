package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;
import java.util.Set;

/** Sends the longest id that is valid and the next, of characters whose bytes and UTF-16 units outnumber them. */
abstract class CountedLength implements Check {

    private final String id;
    private final Label label;
    private final String[] refusals;

    /** Takes the names of the errors that are right for the id that is too long. */
    CountedLength(String id, Label label, String... refusals) {
        this.id = id;
        this.label = label;
        this.refusals = refusals.clone();
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Set<Cell> covers(Contract contract) {
        Constraint length = label.length(contract);
        return Set.of(length.at(Boundary.MAXIMUM), length.at(Boundary.ABOVE));
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> Outcome.of(findings(trial, one)));
    }

    private List<Finding> findings(Trial trial, CaseRef one) throws ProbeFailure {
        int maximum = (int) label.length(trial.contract()).maximum();
        List<Finding> longest =
                ValidId.findings(trial.once(label.request(one, Label.FOUR_BYTES.repeat(maximum))), trial.contract());
        return longest.isEmpty()
                ? Expect.refusal(
                        trial.once(label.request(one, Label.FOUR_BYTES.repeat(maximum + 1))),
                        Refusal.of(trial.contract(), refusals))
                : longest;
    }
}
