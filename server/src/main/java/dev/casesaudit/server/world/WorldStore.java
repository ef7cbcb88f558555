package dev.casesaudit.server.world;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.audit.WorldView;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Where the world is kept. A reader gets a snapshot; a change replaces it atomically. A reader sees a change completely
 * or not at all, sees all that was acknowledged before it asked, and no change is based on an outdated snapshot.
 */
public interface WorldStore extends AutoCloseable {

    /** Whether methods wait for something outside this process, so that no thread of a connection may call them. */
    boolean blocks();

    /** Like {@link #now}, for a thread that may not wait. */
    CompletionStage<Snapshot> prepare(CaseSelection cases);

    /**
     * Returns the world as it is now.
     *
     * @param cases those that the snapshot must have; it may lack others
     */
    Snapshot now(CaseSelection cases);

    /** Returns why the store cannot be used at the moment; empty if it can. Waits for what it is kept in. */
    Optional<String> problem();

    /**
     * Fills the store with fixtures, to which a reset goes back.
     *
     * @param replaces whether they replace fixtures that the store was filled with before; otherwise, those stay
     */
    void seed(Seed fixtures, boolean replaces);

    @Override
    void close();

    /** The memory for the world and for changes in progress. */
    WorldBudget budget();

    /**
     * Makes a change, and returns the new snapshot.
     *
     * @param cases those that the change reads, adds or removes
     * @param memory the bytes reserved for it so far
     * @param change has no side effects, since it runs again if another change was faster
     * @throws WorldLimits.Exceeded if the world would exceed its limits; it stays unchanged
     * @throws WorldBudget.Exceeded if the memory does not suffice; it stays unchanged
     */
    Snapshot change(CaseSelection cases, WorldBudget.Reservation memory, UnaryOperator<Snapshot> change);

    /** Makes a change for which no memory is reserved yet. */
    default Snapshot change(CaseSelection cases, UnaryOperator<Snapshot> change) {
        try (WorldBudget.Reservation memory = budget().reserve()) {
            return change(cases, memory, change);
        }
    }

    /** Makes a change whatever the limits, and returns the new snapshot: a reset, or a change by the mock itself. */
    Snapshot restore(CaseSelection cases, UnaryOperator<Snapshot> change);

    /**
     * Makes a change to single cases, completely or not at all. No other change comes between what it reads and what it
     * writes.
     *
     * @param work has no side effects, since it may run again
     * @throws WorldLimits.Exceeded if the world would exceed its limits
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
