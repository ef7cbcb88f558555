package dev.casesaudit.server.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The last requests, and those of domains that somebody watches. Bounded, so that a busy mock may run for good. */
public final class Journal {

    private static final int MOST_OF_A_WATCHED_DOMAIN = 5_000;

    private final int capacity;
    private final AtomicLong count = new AtomicLong();
    private final Deque<Attempt> last = new ArrayDeque<>();
    private final Map<String, List<Attempt>> watched = new HashMap<>();

    /**
     * Makes an empty one.
     *
     * @param capacity how many requests are kept
     */
    public Journal(int capacity) {
        this.capacity = capacity;
    }

    /** An attempt that begins now. It is kept once it is added. */
    public Attempt begin(
            String method, String path, Iterable<Map.Entry<String, String>> headers, @Nullable String callId) {
        return new Attempt(count.incrementAndGet(), method, path, headers, callId);
    }

    /** Keeps an attempt, at the expense of the oldest. */
    public synchronized void add(Attempt attempt) {
        if (capacity > 0) {
            if (last.size() == capacity) {
                last.removeFirst();
            }
            last.addLast(attempt);
        }
        if (!watched.isEmpty()) {
            attempt.key().map(key -> watched.get(key.domainId())).ifPresent(attempts -> {
                if (attempts.size() < MOST_OF_A_WATCHED_DOMAIN) {
                    attempts.add(attempt);
                }
            });
        }
    }

    /** What is kept of the attempts that match, oldest first. */
    public synchronized List<Attempt> find(Predicate<Attempt> wanted) {
        return last.stream().filter(wanted).toList();
    }

    public synchronized int size() {
        return last.size();
    }

    public int capacity() {
        return capacity;
    }

    /** Forgets the attempts that match. */
    public synchronized void forget(Predicate<Attempt> unwanted) {
        last.removeIf(unwanted);
    }

    /** Keeps all attempts on a domain from now on, its first {@value #MOST_OF_A_WATCHED_DOMAIN}. */
    public synchronized void watch(String domainId) {
        watched.put(domainId, new ArrayList<>());
    }

    /** The attempts on a domain since somebody watches it, oldest first. */
    public synchronized List<Attempt> watched(String domainId) {
        return List.copyOf(watched.getOrDefault(domainId, List.of()));
    }

    /** Watches a domain no longer. */
    public synchronized void unwatch(String domainId) {
        watched.remove(domainId);
    }
}
