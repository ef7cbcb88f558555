package dev.casesaudit.server.audit;

/** How much there is in a world. */
record WorldSize(int domains, int cases, long events) {

    static WorldSize of(World world) {
        return new WorldSize(world.domains().size(), world.caseCount(), world.eventCount());
    }

    WorldSize plus(int moreDomains, int moreCases, long moreEvents) {
        return new WorldSize(domains + moreDomains, cases + moreCases, events + moreEvents);
    }
}
