package dev.casesaudit.server.fault;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** What each domain takes before it answers with an error. Each has a bucket to itself. */
public final class RateLimits {

    private final Optional<Rate> configured;
    private final LongSupplier nanoTime;
    private final Map<String, TokenBucket> own = new ConcurrentHashMap<>();
    private volatile Optional<DomainBuckets> others;

    /**
     * Limits as they are at the start.
     *
     * @param configured the limit of domains that have none of their own
     * @param nanoTime as {@link System#nanoTime()}
     */
    public RateLimits(Optional<Rate> configured, LongSupplier nanoTime) {
        this.configured = configured;
        this.nanoTime = nanoTime;
        others = configured.map(this::buckets);
    }

    /** Whether a domain takes a request now, which it then has taken. */
    public boolean take(String domainId) {
        TokenBucket bucket = own.get(domainId);
        return bucket != null
                ? bucket.take()
                : others.map(buckets -> buckets.take(domainId)).orElse(true);
    }

    /** What a request of a domain gets that comes beyond the limit; nothing, where the domain takes it, which it then has. */
    public Optional<Outcome.ErrorAnswer> refusal(String domainId) {
        return take(domainId)
                ? Optional.empty()
                : of(domainId).or(this::everywhere).map(Rate::beyond);
    }

    /** The limit of domains that have none of their own. */
    public Optional<Rate> everywhere() {
        return others.map(DomainBuckets::rate);
    }

    /** Limits every domain that has no limit of its own, from a full bucket on. */
    public void setEverywhere(Rate rate) {
        others = Optional.of(buckets(rate));
    }

    /** Limits only domains that have a limit of their own. */
    public void removeEverywhere() {
        others = Optional.empty();
    }

    /** The limit that a domain has of its own. */
    public Optional<Rate> of(String domainId) {
        return Optional.ofNullable(own.get(domainId)).map(TokenBucket::rate);
    }

    /** Limits a domain, from a full bucket on. */
    public void set(String domainId, Rate rate) {
        own.put(domainId, new TokenBucket(rate, nanoTime));
    }

    /** Gives a domain the limit of every domain again. */
    public void remove(String domainId) {
        own.remove(domainId);
    }

    /** The limits that domains have of their own, by domain. */
    public Map<String, Rate> list() {
        Map<String, Rate> limits = new TreeMap<>();
        own.forEach((domainId, bucket) -> limits.put(domainId, bucket.rate()));
        return limits;
    }

    /** Goes back to the start: what is configured, and full buckets. */
    public void reset() {
        own.clear();
        others = configured.map(this::buckets);
    }

    private DomainBuckets buckets(Rate rate) {
        return new DomainBuckets(rate, nanoTime);
    }
}
