package dev.casesaudit.server.world;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.field.DomainSchema;
import java.util.Optional;

/** A change in progress of a world in memory. */
final class MemoryTransaction implements WorldStore.Transaction {

    private World world;

    MemoryTransaction(World world) {
        this.world = world;
    }

    /** Returns the world after the change. */
    World world() {
        return world;
    }

    @Override
    public DomainSchema schema(String domainId) {
        return world.schema(domainId);
    }

    @Override
    public SeededCase.WithHistory existing(CaseKey key) {
        return world.existing(key);
    }

    @Override
    public Optional<String> createdWith(String domainId, String clientToken) {
        return world.createdWith(domainId, clientToken);
    }

    @Override
    public void put(CaseKey key, SeededCase.WithHistory next) {
        world = world.with(key, next);
    }

    @Override
    public void remove(CaseKey key) {
        world = world.without(key);
    }
}
