package dev.casesaudit.server.audit;

import dev.casesaudit.server.field.DomainSchema;
import java.util.Map;

/**
 * The size of a world.
 *
 * @param bytes roughly the memory that it needs, without the events that fixtures keep anyway
 */
public record WorldSize(int domains, int cases, long events, long bytes) {

    public static final WorldSize NOTHING = new WorldSize(0, 0, 0, 0);

    // Map entries, and each character of the ids.
    private static final int DOMAIN_BYTES = 768;
    private static final int CASE_BYTES = 192;
    private static final int CHARACTER = 2;

    static WorldSize ofDomain(String domainId, DomainSchema schema, Map<String, SeededCase> cases) {
        long events = 0;
        long bytes = bytesOfDomain(domainId) + schema.bytes();
        for (Map.Entry<String, SeededCase> one : cases.entrySet()) {
            events += one.getValue().size();
            bytes += bytesOfCase(one.getKey()) + one.getValue().ownBytes();
        }
        return new WorldSize(1, cases.size(), events, bytes);
    }

    public static WorldSize ofCase(String caseId, SeededCase one) {
        return new WorldSize(0, 1, one.size(), bytesOfCase(caseId) + one.ownBytes());
    }

    /** Returns the memory of a domain without its cases. */
    public static long bytesOfDomain(String domainId) {
        return DOMAIN_BYTES + CHARACTER * (long) domainId.length();
    }

    /** Returns the memory of a case without its events. */
    public static long bytesOfCase(String caseId) {
        return CASE_BYTES + CHARACTER * (long) caseId.length();
    }

    public WorldSize plus(WorldSize more) {
        return new WorldSize(domains + more.domains, cases + more.cases, events + more.events, bytes + more.bytes);
    }

    public WorldSize minus(WorldSize less) {
        return new WorldSize(domains - less.domains, cases - less.cases, events - less.events, bytes - less.bytes);
    }
}
