package dev.casesaudit.server.world;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.behaviour.Behaviour;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.behaviour.ScopedBehaviours;
import dev.casesaudit.server.field.DomainSchema;
import dev.casesaudit.server.throttle.RateLimits;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything that determines the response to a request, at one moment. Immutable but for the progress of scripts and
 * rate limits.
 *
 * @param seed the fixtures, for a reset
 * @param examDomains the domains of running exams, which an export omits and an import keeps
 */
public record Snapshot(
        Seed seed, World world, ScopedBehaviours behaviours, RateLimits rateLimits, Set<String> examDomains) {

    public Snapshot {
        examDomains = Set.copyOf(examDomains);
    }

    public static Snapshot empty(ScopedBehaviours behaviours, RateLimits rateLimits) {
        return new Snapshot(Seed.NONE, World.empty(), behaviours, rateLimits, Set.of());
    }

    /** Returns roughly how many bytes of memory it needs. */
    long bytes() {
        return seed.bytes() + world.size().bytes() + behaviours.bytes() + rateLimits.bytes();
    }

    public Snapshot with(World other) {
        return new Snapshot(seed, other, behaviours, rateLimits, examDomains);
    }

    public Snapshot with(ScopedBehaviours other) {
        return new Snapshot(seed, world, other, rateLimits, examDomains);
    }

    public Snapshot with(RateLimits other) {
        return new Snapshot(seed, world, behaviours, other, examDomains);
    }

    private Snapshot withExamDomains(Set<String> other) {
        return new Snapshot(seed, world, behaviours, rateLimits, other);
    }

    /** The content of other fixtures, with the running exams and rate limits of this snapshot. */
    public Snapshot seeded(Seed fixtures) {
        Seed kept = fixtures.ofFixtures();
        return new Snapshot(kept, world, behaviours.without(Scope.EVERYTHING), rateLimits, examDomains).imported(kept);
    }

    /** The content of the fixtures and the configured rate limits, without exams. */
    public Snapshot reset() {
        return new Snapshot(
                seed, seed.world(), behaviours.restarted(seed.behaviours()), rateLimits.restarted(), Set.of());
    }

    /** One case as in the fixtures; without the case, if they do not have it. */
    public Snapshot reset(CaseKey key) {
        World base = world.cases(key.domainId()).isEmpty()
                        && seed.world().cases(key.domainId()).isPresent()
                ? world.with(key.domainId(), seed.world().schema(key.domainId()), Map.of())
                : world;
        World next =
                seed.world().find(key).map(original -> base.with(key, original)).orElse(world.without(key));
        boolean isLeftOver = seed.world().cases(key.domainId()).isEmpty()
                && !examDomains.contains(key.domainId())
                && next.cases(key.domainId()).filter(Map::isEmpty).isPresent();
        return with(isLeftOver ? next.without(key.domainId()) : next)
                .with(behaviours.withHeaderScriptsRestarted(key))
                .withBehaviour(
                        Scope.of(key), Optional.ofNullable(seed.behaviours().get(Scope.of(key))));
    }

    /** Other domains instead of all but those of exams. The behaviour of the whole mock stays. */
    public Snapshot imported(Seed domains) {
        World next = domains.world();
        for (String domainId : examDomains) {
            next = next.with(domainId, world);
        }
        ScopedBehaviours others = behaviours.without(scope -> scope.domainId().isPresent() && !isOfExam(scope));
        return with(next).with(others.with(domains.behaviours()));
    }

    private boolean isOfExam(Scope scope) {
        return scope.domainId().filter(examDomains::contains).isPresent();
    }

    /** The world without the domains of exams, for an export. */
    public World exported() {
        World others = world;
        for (String domainId : examDomains) {
            others = others.without(domainId);
        }
        return others;
    }

    /** A domain of a seed, with its behaviours, added or replaced. */
    public Snapshot withDomain(String domainId, Seed seeded) {
        return withDomain(domainId, world.with(domainId, seeded.world()), seeded.behaviours());
    }

    private Snapshot withDomain(String domainId, World next, Map<Scope, Behaviour> configured) {
        return with(next).with(behaviours.without(in(domainId)).with(configured));
    }

    /** Without a domain and its behaviours. */
    public Snapshot withoutDomain(String domainId) {
        Set<String> exams = new HashSet<>(examDomains);
        exams.remove(domainId);
        return with(world.without(domainId))
                .with(behaviours.without(in(domainId)))
                .with(rateLimits.without(domainId))
                .withExamDomains(exams);
    }

    /**
     * One more exam.
     *
     * @param cases by domain, none of which exists yet
     */
    public Snapshot withExam(Map<String, Map<String, SeededCase>> cases, Map<Scope, Behaviour> configured) {
        Set<String> exams = new HashSet<>(examDomains);
        exams.addAll(cases.keySet());
        World next = world;
        for (Map.Entry<String, Map<String, SeededCase>> domain : cases.entrySet()) {
            next = next.with(domain.getKey(), DomainSchema.DEFAULT, domain.getValue());
        }
        return with(next).with(behaviours.with(configured)).withExamDomains(exams);
    }

    /** Another behaviour for a scope, or none. */
    public Snapshot withBehaviour(Scope scope, Optional<Behaviour> behaviour) {
        return with(behaviour.map(one -> behaviours.with(scope, one)).orElseGet(() -> behaviours.without(scope)));
    }

    private static Predicate<Scope> in(String domainId) {
        return scope -> scope.domainId().equals(Optional.of(domainId));
    }
}
