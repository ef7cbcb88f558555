package dev.casesaudit.server.world;

import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.behaviour.Behaviour;
import dev.casesaudit.server.behaviour.Scope;
import java.util.HashMap;
import java.util.Map;

/** What fixtures describe. */
public record Seed(World world, Map<Scope, Behaviour> behaviours) {

    public static final Seed NONE = new Seed(World.empty(), Map.of());

    public Seed {
        behaviours = Map.copyOf(behaviours);
    }

    /** The same, so that page tokens of any case before it are refused. */
    public Seed renewed() {
        Map<String, Map<String, SeededCase>> domains = new HashMap<>();
        world.domains().forEach((domainId, cases) -> {
            Map<String, SeededCase> renewed = domains.computeIfAbsent(domainId, id -> new HashMap<>());
            cases.forEach((caseId, one) -> renewed.put(caseId, one.renewed()));
        });
        return new Seed(World.of(domains), behaviours);
    }
}
