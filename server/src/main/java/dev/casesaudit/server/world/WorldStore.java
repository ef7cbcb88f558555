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

    public WorldStore(Snapshot first, WorldLimits limits) {
        this.current = first;
        this.limits = limits;
    }

    /** All of it, as it is at this moment. */
    public Snapshot now() {
        return current;
    }

    /**
     * Makes a change, and returns the world with it.
     *
     * @param change is tried again where another change came first, so it does nothing but make a snapshot of a snapshot
     * @throws WorldLimits.Exceeded if the world would grow beyond its limits; it stays as it is
     */
    public Snapshot change(UnaryOperator<Snapshot> change) {
        return restore(before -> {
            Snapshot after = change.apply(before);
            limits.check(before.world().size(), after.world().size());
            return after;
        });
    }

    /** Makes a change that goes back to what the fixtures describe, whatever the limits, and returns the world with it. */
    public Snapshot restore(UnaryOperator<Snapshot> change) {
        while (true) {
            Snapshot before = current;
            Snapshot after = change.apply(before);
            if (CURRENT.compareAndSet(this, before, after)) {
                return after;
            }
        }
    }
}
