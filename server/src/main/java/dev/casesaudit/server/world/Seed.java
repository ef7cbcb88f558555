package dev.casesaudit.server.world;

import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.audit.WorldSize;
import dev.casesaudit.server.behaviour.Behaviour;
import dev.casesaudit.server.behaviour.Scope;
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
        world.domains().forEach((domainId, cases) -> {
            Map<String, SeededCase> changed = domains.computeIfAbsent(domainId, id -> new HashMap<>());
            cases.forEach((caseId, one) -> changed.put(caseId, change.apply(one)));
        });
        return new Seed(World.of(domains), behaviours);
    }

    /** Returns roughly how many bytes of memory it needs. */
    public long bytes() {
        return bytes;
    }

    private long count() {
        long count = 0;
        for (Map.Entry<String, ? extends Map<String, SeededCase>> domain :
                world.domains().entrySet()) {
            count += WorldSize.bytesOfDomain(domain.getKey());
            for (Map.Entry<String, SeededCase> one : domain.getValue().entrySet()) {
                count += WorldSize.bytesOfCase(one.getKey()) + one.getValue().bytes();
            }
        }
        for (Behaviour behaviour : behaviours.values()) {
            count += behaviour.bytes();
        }
        return count;
    }
}
