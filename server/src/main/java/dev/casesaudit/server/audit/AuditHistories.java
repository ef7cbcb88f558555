package dev.casesaudit.server.audit;

import dev.casesaudit.server.error.ErrorMessages;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The world as it is now: as the fixtures describe it, and what was changed since.
 *
 * <p>Reading never waits. Changes come one after the other, so that a limit is a limit.
 */
@Singleton
public class AuditHistories {

    private World seeded = World.empty();
    private volatile Map<String, Map<String, SeededCase>> domains = Map.of();

    /** Puts what the fixtures describe in place of all that is there, for requests from now on. */
    public synchronized void seed(World fixtures) {
        seeded = fixtures;
        reset();
    }

    /** The world as the fixtures describe it. */
    public synchronized void reset() {
        domains = copy(seeded);
    }

    /** One case as the fixtures describe it; gone, if they do not. */
    public synchronized void reset(CaseKey key) {
        seeded.find(key).ifPresentOrElse(original -> set(key, original), () -> remove(key));
        boolean isLeftOver = !seeded.domains().containsKey(key.domainId())
                && domains.getOrDefault(key.domainId(), Map.of()).isEmpty();
        if (isLeftOver) {
            domains.remove(key.domainId());
        }
    }

    /**
     * Returns the history of a case.
     *
     * @throws ServiceException a ResourceNotFoundException, or the error that the case was seeded with
     */
    public AuditHistory find(CaseKey key) {
        Map<String, SeededCase> cases = domains.get(key.domainId());
        if (cases == null) {
            throw new ServiceException(noSuchDomain(key.domainId()));
        }
        SeededCase found = cases.get(key.caseId());
        if (found instanceof SeededCase.WithHistory with) {
            return with.history();
        }
        throw new ServiceException(
                found instanceof SeededCase.AlwaysFailing failing ? failing.error() : noSuchCase(key));
    }

    /** What a case answers with. */
    public Optional<SeededCase> read(CaseKey key) {
        return Optional.ofNullable(
                domains.getOrDefault(key.domainId(), Map.of()).get(key.caseId()));
    }

    /** All of it, as it is at this moment. */
    public World world() {
        return new World(domains);
    }

    /**
     * Puts a case in place of what is there.
     *
     * @throws WorldLimits.Exceeded if the world would grow beyond its limits; it stays as it is
     */
    public synchronized void put(CaseKey key, SeededCase next, WorldLimits limits) {
        Optional<SeededCase> before = read(key);
        limits.check(
                size(),
                size().plus(
                                domains.containsKey(key.domainId()) ? 0 : 1,
                                before.isPresent() ? 0 : 1,
                                (long) next.size()
                                        - before.map(SeededCase::size).orElse(0)));
        set(key, next);
    }

    /**
     * Records more events of a case, the last of them the newest, and returns how many it has then.
     *
     * @param events makes the events for the history they are recorded in
     * @throws ServiceException a ResourceNotFoundException, or the error that the case was seeded with
     * @throws WorldLimits.Exceeded if the world would grow beyond its limits; it stays as it is
     */
    public synchronized int append(CaseKey key, NewEvents events, WorldLimits limits) {
        AuditHistory history = find(key);
        List<byte[]> added = events.after(history);
        limits.check(size(), size().plus(0, 0, added.size()));
        // What was seeded stays as it is, for a reset.
        boolean isSeeded = seeded.find(key).equals(read(key));
        AuditHistory grown = isSeeded ? history.copy() : history;
        grown.record(added);
        if (isSeeded) {
            set(key, new SeededCase.WithHistory(grown));
        }
        return grown.size();
    }

    /** Takes a case away, and says whether there was one. */
    public synchronized boolean remove(CaseKey key) {
        return domains.getOrDefault(key.domainId(), new HashMap<>()).remove(key.caseId()) != null;
    }

    /** Takes a domain with all its cases away, and says whether there was one. */
    public synchronized boolean remove(String domainId) {
        return domains.remove(domainId) != null;
    }

    /**
     * Puts a domain with these cases in place of what is there.
     *
     * @throws WorldLimits.Exceeded if the world would grow beyond its limits; it stays as it is
     */
    public synchronized void put(String domainId, Map<String, SeededCase> cases, WorldLimits limits) {
        Map<String, Map<String, SeededCase>> next = new HashMap<>(domains);
        next.put(domainId, cases);
        limits.check(size(), WorldSize.of(new World(next)));
        domains.put(domainId, new ConcurrentHashMap<>(cases));
    }

    /**
     * Puts another world in place of this one, until a reset.
     *
     * @throws WorldLimits.Exceeded if it is larger than the limits; this world stays as it is
     */
    public synchronized void put(World next, WorldLimits limits) {
        limits.check(size(), WorldSize.of(next));
        domains = copy(next);
    }

    private WorldSize size() {
        return WorldSize.of(world());
    }

    private void set(CaseKey key, SeededCase next) {
        domains.computeIfAbsent(key.domainId(), domainId -> new ConcurrentHashMap<>())
                .put(key.caseId(), next);
    }

    private static Map<String, Map<String, SeededCase>> copy(World world) {
        Map<String, Map<String, SeededCase>> copy = new ConcurrentHashMap<>();
        world.domains().forEach((domainId, cases) -> copy.put(domainId, new ConcurrentHashMap<>(cases)));
        return copy;
    }

    /** The error for a domain that is not there. */
    public static ServiceError noSuchDomain(String domainId) {
        return ServiceError.resourceNotFound("Domain", domainId, ErrorMessages.missing("Domain", domainId));
    }

    /** The error for a case that its domain does not have. */
    public static ServiceError noSuchCase(CaseKey key) {
        return ServiceError.resourceNotFound(
                "Case", key.caseId(), ErrorMessages.missingCase(key.caseId(), key.domainId()));
    }

    /** Makes events that fit a history. */
    @FunctionalInterface
    public interface NewEvents {
        /** The events, encoded, oldest first. */
        List<byte[]> after(AuditHistory history);
    }
}
