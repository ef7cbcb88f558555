package dev.casesaudit.server.throttle;

import dev.casesaudit.server.behaviour.fault.Outcome;
import dev.casesaudit.server.collection.PersistentMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What each domain takes before it answers with an error. Each has a bucket to itself. Immutable but for what the buckets hold:
 * a limit that is set has a full one.
 */
public final class RateLimits {

    // With the longest id that a domain can have.
    private static final int OWN_BYTES = 2_560;

    private final Optional<Rate> configured;
    private final LongSupplier nanoTime;
    private final PersistentMap<String, TokenBucket> own;
    private final Optional<DomainBuckets> others;

    /**
     * Limits as they are at the start.
     *
     * @param configured the limit of domains that have none of their own
     * @param nanoTime as {@link System#nanoTime()}
     */
    public RateLimits(Optional<Rate> configured, LongSupplier nanoTime) {
        this(configured, nanoTime, PersistentMap.empty(), buckets(configured, nanoTime));
    }

    private RateLimits(
            Optional<Rate> configured,
            LongSupplier nanoTime,
            PersistentMap<String, TokenBucket> own,
            Optional<DomainBuckets> others) {
        this.configured = configured;
        this.nanoTime = nanoTime;
        this.own = own;
        this.others = others;
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

    /** The same, every domain limited that has no limit of its own; none, where there is no rate. */
    public RateLimits everywhere(Optional<Rate> rate) {
        return new RateLimits(configured, nanoTime, own, buckets(rate, nanoTime));
    }

    /** The limit that a domain has of its own. */
    public Optional<Rate> of(String domainId) {
        return Optional.ofNullable(own.get(domainId)).map(TokenBucket::rate);
    }

    /** The same, with a limit of a domain. */
    public RateLimits with(String domainId, Rate rate) {
        return new RateLimits(configured, nanoTime, own.with(domainId, new TokenBucket(rate, nanoTime)), others);
    }

    /** The same, a domain with the limit of every domain again. */
    public RateLimits without(String domainId) {
        return new RateLimits(configured, nanoTime, own.without(domainId), others);
    }

    /** The limits that domains have of their own, by domain. */
    public Map<String, Rate> list() {
        Map<String, Rate> limits = new TreeMap<>();
        own.forEach((domainId, bucket) -> limits.put(domainId, bucket.rate()));
        return limits;
    }

    /** About how many bytes of memory the limits of domains take up. */
    public long bytes() {
        return OWN_BYTES * (long) own.size();
    }

    /** The limits as they are at the start: what is configured, and full buckets. */
    public RateLimits anew() {
        return new RateLimits(configured, nanoTime);
    }

    private static Optional<DomainBuckets> buckets(Optional<Rate> rate, LongSupplier nanoTime) {
        return rate.map(one -> new DomainBuckets(one, nanoTime));
    }
}
