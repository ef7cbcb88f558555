package dev.casesaudit.server.world;

import dev.casesaudit.server.audit.WorldLimits;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.UnaryOperator;

/**
 * The world as it is now. A request reads one snapshot, and a change puts another snapshot in its place at once: whoever reads sees
 * all of a change or nothing of it, and no change is based on a world that was replaced meanwhile.
 */
public final class WorldStore {

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

    /** All of it, as it is at this moment. */
    public Snapshot now() {
        return current;
    }

    /** The memory that it may take up. */
    public WorldBudget budget() {
        return budget;
    }

    /**
     * Makes a change, and returns the world with it.
     *
     * @param change is tried again where another change came first, so it does nothing but make a snapshot of a snapshot
     * @throws WorldLimits.Exceeded if the world would grow beyond its limits; it stays as it is
     * @throws WorldBudget.Exceeded if there is no memory left for it; the same
     */
    public Snapshot change(UnaryOperator<Snapshot> change) {
        try (WorldBudget.Reservation memory = budget.reserve()) {
            return change(memory, change);
        }
    }

    /**
     * The same.
     *
     * @param memory has what was taken for it so far
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

    /**
     * Makes a change whatever the limits, and returns the world with it: one that goes back to what the fixtures describe, or that
     * the mock makes by itself.
     */
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
}
