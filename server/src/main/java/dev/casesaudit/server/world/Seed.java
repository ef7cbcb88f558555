package dev.casesaudit.server.world;

import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.audit.WorldSize;
import dev.casesaudit.server.behaviour.Behaviour;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.field.DomainSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The content of fixtures: domains, cases and behaviours. */
public final class Seed {

    public static final Seed NONE = new Seed(World.empty(), Map.of());

    private final World world;
    private final Map<Scope, Behaviour> behaviours;
    private final long bytes;

    public Seed(World world, Map<Scope, Behaviour> behaviours) {
        this.world = world;
        this.behaviours = Map.copyOf(behaviours);
        this.bytes = count();
    }

    public World world() {
        return world;
    }

    public Map<Scope, Behaviour> behaviours() {
        return behaviours;
    }

    /** The same in a new generation, so that page tokens of any case before it are refused. */
    public Seed renewed() {
        return with(SeededCase::renewed);
    }

    /** The same, marked as kept by the fixtures for a reset. */
    Seed ofFixtures() {
        return with(SeededCase::ofFixtures);
    }

    private Seed with(UnaryOperator<SeededCase> change) {
        Map<String, Map<String, SeededCase>> domains = new HashMap<>();
        Map<String, DomainSchema> schemas = new HashMap<>();
        for (String domainId : world.domainIds()) {
            Map<String, SeededCase> changed = new HashMap<>();
            world.cases(domainId).orElseThrow().forEach((caseId, one) -> changed.put(caseId, change.apply(one)));
            domains.put(domainId, changed);
            schemas.put(domainId, world.schema(domainId));
        }
        return new Seed(World.of(domains, schemas), behaviours);
    }

    /** Returns roughly how many bytes of memory it needs. */
    public long bytes() {
        return bytes;
    }

    private long count() {
        long count = 0;
        for (String domainId : world.domainIds()) {
            count += WorldSize.bytesOfDomain(domainId) + world.schema(domainId).bytes();
            for (Map.Entry<String, SeededCase> one :
                    world.cases(domainId).orElseThrow().entrySet()) {
                count += WorldSize.bytesOfCase(one.getKey()) + one.getValue().bytes();
            }
        }
        for (Behaviour behaviour : behaviours.values()) {
            count += behaviour.bytes();
        }
        return count;
    }
}
