package dev.casesaudit.server.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.behaviour.ScopedBehaviours;
import dev.casesaudit.server.fixture.Loaders;
import dev.casesaudit.server.throttle.RateLimits;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends WorldStoreContract {

    @Override
    protected WorldStore open(WorldLimits limits) {
        return store(limits, new WorldBudget(Long.MAX_VALUE));
    }

    private static WorldStore store(WorldLimits limits, WorldBudget budget) {
        return new MemoryStore(
                Snapshot.empty(
                        new ScopedBehaviours(Loaders.behaviours()), new RateLimits(Optional.empty(), System::nanoTime)),
                limits,
                budget);
    }

    @Test
    void refusesWhatExceedsTheMemoryAndStaysAsItWas() {
        WorldStore store = store(WorldLimits.NONE, new WorldBudget(64 * 1024));
        store.seed(seed(Map.of(CASE, history(1))), false);

        assertThatThrownBy(() -> store.change(
                        CaseSelection.of(OTHER), now -> now.with(now.world().with(OTHER, history(10_000)))))
                .isInstanceOf(WorldBudget.Exceeded.class);

        assertThat(store.now(CaseSelection.of(OTHER)).world().find(OTHER)).isEmpty();
    }
}
