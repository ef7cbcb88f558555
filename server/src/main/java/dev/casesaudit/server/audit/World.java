package dev.casesaudit.server.audit;

import java.util.Map;
import java.util.Optional;

/** Every domain of the mock, and every case in it. */
public record World(Map<String, Map<String, SeededCase>> domains) {

    public World {
        domains = Map.copyOf(domains);
    }

    /** A world that nobody has seeded yet. */
    public static World empty() {
        return new World(Map.of());
    }

    public Optional<SeededCase> find(CaseKey key) {
        return Optional.ofNullable(
                domains.getOrDefault(key.domainId(), Map.of()).get(key.caseId()));
    }

    public int caseCount() {
        return domains.values().stream().mapToInt(Map::size).sum();
    }

    public long eventCount() {
        return domains.values().stream()
                .flatMap(cases -> cases.values().stream())
                .mapToLong(SeededCase::size)
                .sum();
    }
}
