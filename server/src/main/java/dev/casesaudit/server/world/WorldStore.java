package dev.casesaudit.server.world;

import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.audit.WorldView;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The current world. A request reads one snapshot; a change replaces it atomically. A reader sees a change completely
 * or not at all, and no change is based on an outdated snapshot.
 */
public final class WorldStore implements CaseStore {

    private static final AtomicReferenceFieldUpdater<WorldStore, Snapshot> CURRENT =
            AtomicReferenceFieldUpdater.newUpdater(WorldStore.class, Snapshot.class, "current");

    private volatile Snapshot current;
    private final WorldLimits limits;
    private final WorldBudget budget;

    public WorldStore(Snapshot first, WorldLimits limits, WorldBudget budget) {
        this.current = first;
        this.limits = limits;
        this.budget = budget;
        budget.replaced(first.bytes(), first.bytes());
    }

    /** Returns the current snapshot. */
    public Snapshot now() {
        return current;
    }

    public WorldBudget budget() {
        return budget;
    }

    /**
     * Makes a change, and returns the new snapshot.
     *
     * @param change has no side effects, since it runs again if another change was faster
     * @throws WorldLimits.Exceeded if the world would exceed its limits; it stays unchanged
     * @throws WorldBudget.Exceeded if the memory does not suffice; it stays unchanged
     */
    public Snapshot change(UnaryOperator<Snapshot> change) {
        try (WorldBudget.Reservation memory = budget.reserve()) {
            return change(memory, change);
        }
    }

    /**
     * Makes a change.
     *
     * @param memory the bytes reserved for it so far
     */
    public Snapshot change(WorldBudget.Reservation memory, UnaryOperator<Snapshot> change) {
        while (true) {
            Snapshot before = current;
            Snapshot after = change.apply(before);
            limits.check(before.world().size(), after.world().size());
            long more = after.bytes() - before.bytes();
            memory.require(more);
            if (CURRENT.compareAndSet(this, before, after)) {
                memory.spend(more);
                return after;
            }
        }
    }

    @Override
    public WorldView view() {
        return current.world();
    }

    @Override
    public <R> R transact(Function<Transaction, R> work) {
        Changing<R> changing = new Changing<>(work);
        change(changing);
        return changing.result();
    }

    /** Makes a change whatever the limits, and returns the new snapshot: a reset, or a change by the mock itself. */
    public Snapshot restore(UnaryOperator<Snapshot> change) {
        while (true) {
            Snapshot before = current;
            Snapshot after = change.apply(before);
            if (CURRENT.compareAndSet(this, before, after)) {
                budget.replaced(after.bytes() - before.bytes(), after.reset().bytes());
                return after;
            }
        }
    }

    /** One run of a change, or more if others were faster; the last run counts. */
    private static final class Changing<R> implements UnaryOperator<Snapshot> {

        private final Function<Transaction, R> work;
        private @Nullable R result;

        Changing(Function<Transaction, R> work) {
            this.work = work;
        }

        @Override
        public Snapshot apply(Snapshot before) {
            WorldTransaction transaction = new WorldTransaction(before.world());
            result = work.apply(transaction);
            return before.with(transaction.world());
        }

        R result() {
            return Objects.requireNonNull(result, "it has run");
        }
    }
}
