package dev.casesaudit.conformance.check;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * A check of one requirement: a row of a {@link CheckTable}.
 *
 * @param id the id of the requirement
 * @param cells returns the boundaries of the contract that the check tries
 * @param provokes the errors of the contract that the check provokes
 */
public record Check(String id, Attempt attempt, Function<Contract, Set<Cell>> cells, Set<String> provokes) {

    public interface Attempt {

        /**
         * Tries the requirement.
         *
         * @throws ProbeFailure if a request got no response; the runner turns this into an outcome
         */
        Outcome run(CheckContext context) throws ProbeFailure;
    }

    public Check(String id, Attempt attempt) {
        this(id, attempt, contract -> Set.of(), Set.of());
    }

    /** Adds all boundaries of constraints of a member. */
    public Check covering(String member, Keyword... keywords) {
        return covering(contract -> {
            Set<Cell> cells = new LinkedHashSet<>();
            for (Keyword keyword : keywords) {
                cells.addAll(contract.constraint(member, keyword).cells());
            }
            return cells;
        });
    }

    /** Adds some boundaries of a constraint of a member of the input. */
    public Check coveringInput(String member, Keyword keyword, Boundary... boundaries) {
        return covering(contract -> {
            Set<Cell> cells = new LinkedHashSet<>();
            for (Boundary boundary : boundaries) {
                cells.add(contract.ofInput(member, keyword).at(boundary));
            }
            return cells;
        });
    }

    public Check provoking(String... errors) {
        return new Check(id, attempt, cells, Set.of(errors));
    }

    public Set<Cell> covers(Contract contract) {
        return cells.apply(contract);
    }

    public Outcome run(CheckContext context) throws ProbeFailure {
        return attempt.run(context);
    }

    private Check covering(Function<Contract, Set<Cell>> more) {
        Function<Contract, Set<Cell>> both = contract -> {
            Set<Cell> all = new LinkedHashSet<>(covers(contract));
            all.addAll(more.apply(contract));
            return all;
        };
        return new Check(id, attempt, both, provokes);
    }
}
