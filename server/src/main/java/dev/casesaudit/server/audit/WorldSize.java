package dev.casesaudit.server.audit;

import java.util.Map;

/** How much there is in a world. */
public record WorldSize(int domains, int cases, long events) {

    static WorldSize ofDomain(Map<String, SeededCase> cases) {
        return new WorldSize(
                1,
                cases.size(),
                cases.values().stream().mapToLong(SeededCase::size).sum());
    }

    static WorldSize ofCase(SeededCase one) {
        return new WorldSize(0, 1, one.size());
    }

    WorldSize plus(WorldSize more) {
        return new WorldSize(domains + more.domains, cases + more.cases, events + more.events);
    }

    WorldSize minus(WorldSize less) {
        return new WorldSize(domains - less.domains, cases - less.cases, events - less.events);
    }
}
