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
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
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
        return trial.withAnyCase(one -> judged(trial, one));
    }

    // An id of as many letters tells whether it is the counting that goes wrong.
    private Outcome judged(Trial trial, CaseRef one) throws ProbeFailure {
        int maximum = (int) label.length(trial.contract()).maximum();
        Outcome longest = ValidId.judged(trial, counted(one, maximum), label.request(one, "a".repeat(maximum)));
        if (!(longest instanceof Outcome.Passed)) {
            return longest;
        }
        Refusal refusal = Refusal.of(trial.contract(), refusals);
        return trial.blaming(
                Expect.refusal(trial.once(counted(one, maximum + 1)), refusal),
                label.request(one, "a".repeat(maximum + 1)),
                refusal);
    }

    private Request counted(CaseRef one, int characters) {
        return label.request(one, Label.FOUR_BYTES.repeat(characters));
    }
}
