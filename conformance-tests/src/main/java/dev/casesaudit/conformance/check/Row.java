package dev.casesaudit.conformance.check;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

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

    /** What tries the requirement on one case. */
    public interface AttemptOnCase {
        Outcome run(Trial trial, CaseRef one) throws ProbeFailure;
    }

    /** What is wrong with an answer. */
    public interface Look {
        Optional<Finding> at(Trial trial, Exchange answer);
    }

    /** Returns a row that covers no boundary and provokes no error. */
    public static Row check(String id, Attempt attempt) {
        return new Row(id, attempt, contract -> Set.of(), Set.of());
    }

    /** Returns a row that is tried on any case that can be read. */
    public static Row onAnyCase(String id, AttemptOnCase attempt) {
        return check(id, trial -> trial.withAnyCase(one -> attempt.run(trial, one)));
    }

    /**
     * Returns a row for which nothing is wrong with one error of each kind. It passes only on a target that can do otherwise: one whose
     * every answer is an error proves nothing.
     *
     * @param subject which errors are looked at
     */
    public static Row onErrors(String id, Predicate<Exchange> subject, Look look) {
        return onAnyCase(id, (trial, one) -> {
            List<Exchange> errors =
                    Mistake.errors(trial, one).stream().filter(subject).toList();
            List<Finding> findings = errors.stream()
                    .flatMap(error -> look.at(trial, error).stream())
                    .toList();
            return findings.isEmpty() && errors.isEmpty()
                    ? Outcome.notTestable("no error came that could be looked at")
                    : trial.served(one, findings);
        });
    }

    /** The same for every error. */
    public static Row onErrors(String id, Look look) {
        return onErrors(id, error -> true, look);
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
