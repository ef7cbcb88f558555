package dev.casesaudit.server.world;

import dev.casesaudit.server.audit.WorldLimits;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps the world in the memory of this process. */
public final class MemoryStore implements WorldStore {

    private static final AtomicReferenceFieldUpdater<MemoryStore, Snapshot> CURRENT =
            AtomicReferenceFieldUpdater.newUpdater(MemoryStore.class, Snapshot.class, "current");

    private volatile Snapshot current;
    private final WorldLimits limits;
    private final WorldBudget budget;

    public MemoryStore(Snapshot first, WorldLimits limits, WorldBudget budget) {
        this.current = first;
        this.limits = limits;
        this.budget = budget;
        budget.replaced(first.bytes(), first.bytes());
    }

    @Override
    public boolean blocks() {
        return false;
    }

    @Override
    public CompletionStage<Snapshot> prepare(CaseSelection cases) {
        return CompletableFuture.completedStage(current);
    }

    @Override
    public Snapshot now(CaseSelection cases) {
        return current;
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    public void close() {}

    @Override
    public void seed(Seed fixtures, boolean replaces) {
        restore(CaseSelection.ALL, now -> now.seeded(fixtures));
    }

    @Override
    public WorldBudget budget() {
        return budget;
    }

    @Override
    public Snapshot change(CaseSelection cases, WorldBudget.Reservation memory, UnaryOperator<Snapshot> change) {
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
    public <R> R transact(Function<Transaction, R> work) {
        Changing<R> changing = new Changing<>(work);
        change(CaseSelection.ALL, changing);
        return changing.result();
    }

    @Override
    public Snapshot restore(CaseSelection cases, UnaryOperator<Snapshot> change) {
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
            MemoryTransaction transaction = new MemoryTransaction(before.world());
            result = work.apply(transaction);
            return before.with(transaction.world());
        }

        R result() {
            return Objects.requireNonNull(result, "it has run");
        }
    }
}
