package dev.casesaudit.server.throttle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** A token bucket for each domain, all with the same rate. */
final class DomainBuckets {

    /** The most buckets, exceeded slightly by concurrent threads. Clients can name any number of domains. */
    static final int MOST = 10_000;

    private final Rate rate;
    private final LongSupplier nanoTime;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    DomainBuckets(Rate rate, LongSupplier nanoTime) {
        this.rate = rate;
        this.nanoTime = nanoTime;
    }

    Rate rate() {
        return rate;
    }

    int size() {
        return buckets.size();
    }

    boolean take(String domainId) {
        TokenBucket bucket = buckets.get(domainId);
        if (bucket != null) {
            return bucket.take();
        }
        // Only a full bucket is dropped, since it holds no state. Without room for a new bucket, the request passes,
        // like the first one of a new bucket.
        return !hasRoom()
                || buckets.computeIfAbsent(domainId, id -> new TokenBucket(rate, nanoTime))
                        .take();
    }

    private boolean hasRoom() {
        if (buckets.size() >= MOST) {
            buckets.values().removeIf(TokenBucket::isFull);
        }
        return buckets.size() < MOST;
    }
}
