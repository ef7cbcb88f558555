package dev.casesaudit.conformance.check;

import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.Set;

/** Tries one requirement. It is the class that is named after the id, without the area. */
public interface Check {

    /** Returns the requirement's id. */
    String id();

    /** Returns which boundaries of which constraints of the contract it tries. */
    default Set<Cell> covers(Contract contract) {
        return Set.of();
    }

    /** Returns the names of the errors of the contract that it provokes. */
    default Set<String> provokes() {
        return Set.of();
    }

    /**
     * Tries the requirement.
     *
     * @throws ProbeFailure if a request brought no answer; whoever runs the check makes an outcome of that
     */
    Outcome run(Trial trial) throws ProbeFailure;
}
