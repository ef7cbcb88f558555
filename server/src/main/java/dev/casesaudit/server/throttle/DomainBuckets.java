package dev.casesaudit.server.throttle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** A bucket for each domain that asks, all of one rate. */
final class DomainBuckets {

    /** How many are kept, or a few more where threads come at the same moment. Clients can name any number of domains. */
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
        // Only a full bucket makes room: nothing is lost with it. A domain that finds no room is let through, as its
        // first request would be with a bucket too.
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
