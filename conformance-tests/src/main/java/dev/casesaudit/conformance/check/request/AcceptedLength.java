package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.Set;

/** Sends an id as short or as long as the contract lets it be. */
abstract class AcceptedLength implements Check {

    private final String id;
    private final Label label;
    private final Boundary boundary;

    AcceptedLength(String id, Label label, Boundary boundary) {
        this.id = id;
        this.label = label;
        this.boundary = boundary;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Set<Cell> covers(Contract contract) {
        return Set.of(label.length(contract).at(boundary));
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        Constraint length = label.length(trial.contract());
        long characters = boundary == Boundary.MINIMUM ? length.minimum() : length.maximum();
        return trial.withAnyCase(one ->
                ValidId.judged(trial, label.request(one, "a".repeat((int) characters)), label.unknown(one)));
    }
}
