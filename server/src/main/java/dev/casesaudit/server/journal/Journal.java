package dev.casesaudit.server.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The latest requests, with bounded memory. */
public final class Journal {

    private final int capacity;
    private final long mostMemory;
    private final AtomicLong count = new AtomicLong();
    private final Deque<Attempt> last = new ArrayDeque<>();
    private long memory;
    private long added;
    private long removals;
    private final Map<String, Consumer<Attempt>> watchers = new ConcurrentHashMap<>();

    /**
     * Makes an empty journal.
     *
     * @param capacity how many requests are kept
     * @param mostMemory in bytes; of long requests, fewer are kept
     */
    public Journal(int capacity, long mostMemory) {
        this.capacity = capacity;
        this.mostMemory = mostMemory;
    }

    /** Begins an attempt, which is kept once it is added. */
    public Attempt begin(
            String method, String path, Iterable<Map.Entry<String, String>> headers, @Nullable String invocationId) {
        return new Attempt(count.incrementAndGet(), method, path, headers, invocationId);
    }

    /** Keeps an attempt, and drops the oldest if necessary. */
    public void add(Attempt attempt) {
        if (capacity > 0) {
            keep(attempt);
        } else {
            attempt.shorten();
        }
        if (!watchers.isEmpty()) {
            attempt.key().map(key -> watchers.get(key.domainId())).ifPresent(watcher -> watcher.accept(attempt));
        }
    }

    private synchronized void keep(Attempt attempt) {
        last.addLast(attempt);
        added++;
        memory += attempt.memory();
        while (last.size() > capacity || memory > mostMemory) {
            forget(last.removeFirst());
        }
    }

    private void forget(Attempt attempt) {
        memory -= attempt.memory();
        attempt.shorten();
    }

    /** Returns the matching attempts, oldest first. */
    public synchronized List<Attempt> find(Predicate<Attempt> wanted) {
        return last.stream().filter(wanted).toList();
    }

    public synchronized int size() {
        return last.size();
    }

    public int capacity() {
        return capacity;
    }

    /** Returns the position after the latest attempt. */
    public synchronized long end() {
        return added;
    }

    /**
     * Returns the attempts from a position on, oldest first.
     *
     * @param most the longest distance from the latest attempt
     */
    public synchronized Section from(long position, int most) {
        long first = Math.max(position, added - Math.min(most, last.size()));
        List<Attempt> attempts = new ArrayList<>();
        Iterator<Attempt> newestFirst = last.descendingIterator();
        for (long each = added; each > first; each--) {
            attempts.add(newestFirst.next());
        }
        Collections.reverse(attempts);
        return new Section(first, attempts);
    }

    /** Returns how often attempts were removed on request. */
    public synchronized long removals() {
        return removals;
    }

    /** Removes the matching attempts. */
    public synchronized void forget(Predicate<Attempt> unwanted) {
        removals++;
        last.removeIf(attempt -> {
            boolean isUnwanted = unwanted.test(attempt);
            if (isUnwanted) {
                forget(attempt);
            }
            return isUnwanted;
        });
    }

    /** Notifies a watcher of each attempt on a domain as it arrives. */
    public void watch(String domainId, Consumer<Attempt> watcher) {
        watchers.put(domainId, watcher);
    }

    /** Ends the notifications. */
    public void unwatch(String domainId) {
        watchers.remove(domainId);
    }

    /**
     * The latest attempts.
     *
     * @param position of the first of them; attempts before it may have been dropped
     */
    public record Section(long position, List<Attempt> attempts) {}
}
