package dev.casesaudit.server.world;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.WorldView;
import java.util.function.Function;

/** Where operations read and write cases. */
public interface CaseStore {

    /** Returns the world as it is now. */
    WorldView view();

    /**
     * Makes a change, completely or not at all. No other change comes between what it reads and what it writes.
     *
     * @param work has no side effects, since it may run again
     * @throws dev.casesaudit.server.audit.WorldLimits.Exceeded if the world would exceed its limits
     * @throws WorldBudget.Exceeded if the memory does not suffice
     */
    <R> R transact(Function<Transaction, R> work);

    /** A change in progress, which reads what it has written. */
    interface Transaction extends WorldView {

        /** Adds or replaces a case. */
        void put(CaseKey key, SeededCase.WithHistory next);

        /** Removes a case with its history. */
        void remove(CaseKey key);
    }
}
