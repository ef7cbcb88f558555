package dev.casesaudit.server.throttle;

import dev.casesaudit.server.behaviour.fault.Outcome;
import dev.casesaudit.server.collection.PersistentMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * The rate limits of domains. Each domain has a bucket of its own. Immutable but for the levels of the buckets; setting
 * a limit starts with a full bucket.
 */
public final class RateLimits {

    // With the longest domain id.
    private static final int OWN_BYTES = 2_560;

    private final Optional<Rate> configured;
    private final LongSupplier nanoTime;
    private final PersistentMap<String, TokenBucket> own;
    private final Optional<DomainBuckets> others;

    /**
     * The limits at the start.
     *
     * @param configured the limit of domains without one of their own
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

    /** Takes a token of the domain, and returns whether there was one. */
    public boolean take(String domainId) {
        TokenBucket bucket = own.get(domainId);
        return bucket != null
                ? bucket.take()
                : others.map(buckets -> buckets.take(domainId)).orElse(true);
    }

    /** Takes a token of the domain, and returns the error where there is none. */
    public Optional<Outcome.ErrorResponse> refusal(String domainId) {
        return take(domainId)
                ? Optional.empty()
                : of(domainId).or(this::everywhere).map(Rate::beyond);
    }

    /** Returns the limit of domains without one of their own. */
    public Optional<Rate> everywhere() {
        return others.map(DomainBuckets::rate);
    }

    /** The same with another limit, or none, for domains without one of their own. */
    public RateLimits everywhere(Optional<Rate> rate) {
        return new RateLimits(configured, nanoTime, own, buckets(rate, nanoTime));
    }

    /** Returns the domain's own limit. */
    public Optional<Rate> of(String domainId) {
        return Optional.ofNullable(own.get(domainId)).map(TokenBucket::rate);
    }

    public RateLimits with(String domainId, Rate rate) {
        return new RateLimits(configured, nanoTime, own.with(domainId, new TokenBucket(rate, nanoTime)), others);
    }

    /** The same, where the domain has no limit of its own. */
    public RateLimits without(String domainId) {
        return new RateLimits(configured, nanoTime, own.without(domainId), others);
    }

    /** Returns the limits that domains have of their own, by domain. */
    public Map<String, Rate> list() {
        Map<String, Rate> limits = new TreeMap<>();
        own.forEach((domainId, bucket) -> limits.put(domainId, bucket.rate()));
        return limits;
    }

    /** Returns roughly how many bytes of memory the limits of domains need. */
    public long bytes() {
        return OWN_BYTES * (long) own.size();
    }

    /** The configured limits with full buckets. */
    public RateLimits restarted() {
        return new RateLimits(configured, nanoTime);
    }

    private static Optional<DomainBuckets> buckets(Optional<Rate> rate, LongSupplier nanoTime) {
        return rate.map(one -> new DomainBuckets(one, nanoTime));
    }
}
