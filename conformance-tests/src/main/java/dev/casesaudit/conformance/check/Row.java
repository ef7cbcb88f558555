package dev.casesaudit.conformance.check;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * A check as a row of a {@link CheckTable}.
 *
 * @param covered returns the boundaries of the contract that it tries
 */
public record Row(String id, Attempt attempt, Function<Contract, Set<Cell>> covered, Set<String> provokes)
        implements Check {

    /** What tries the requirement. */
    public interface Attempt {
        Outcome run(Trial trial) throws ProbeFailure;
    }

    /** Adds all boundaries of constraints of a member. */
    public Row covering(String member, Keyword... keywords) {
        Row row = this;
        for (Keyword keyword : keywords) {
            row = row.covering(contract -> contract.constraint(member, keyword).cells());
        }
        return row;
    }

    /** Adds some boundaries of a constraint of a member of the input. */
    public Row coveringInput(String member, Keyword keyword, Boundary... boundaries) {
        Row row = this;
        for (Boundary boundary : boundaries) {
            row = row.covering(contract -> {
                Constraint constraint = contract.ofInput(member, keyword);
                return Set.of(constraint.at(boundary));
            });
        }
        return row;
    }

    /** Says which errors of the contract it provokes. */
    public Row provoking(String... errors) {
        return new Row(id, attempt, covered, Set.of(errors));
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return covered.apply(contract);
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return attempt.run(trial);
    }

    private Row covering(Function<Contract, Set<Cell>> more) {
        return new Row(
                id,
                attempt,
                contract -> {
                    Set<Cell> cells = new LinkedHashSet<>(covered.apply(contract));
                    cells.addAll(more.apply(contract));
                    return cells;
                },
                provokes);
    }
}
