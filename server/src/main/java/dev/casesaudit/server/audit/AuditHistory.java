package dev.casesaudit.server.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The audit events of one case, each encoded once, as the JSON object that leaves.
 *
 * <p>Events are numbered in the order in which they were recorded, from 0, and keep their number for good. They are read newest
 * first, so a reader's place is the number of the next event, and what is recorded meanwhile lies behind it: nothing it was
 * promised moves, repeats or goes missing.
 */
public final class AuditHistory {

    private volatile Recorded recorded;

    private AuditHistory(byte[][] events) {
        this.recorded = new Recorded(events, events.length);
    }

    /** A history of these events, oldest first. */
    public static AuditHistory of(Collection<byte[]> oldestFirst) {
        return new AuditHistory(oldestFirst.toArray(byte[][]::new));
    }

    public int size() {
        return recorded.size;
    }

    /** Records one more event, the newest from now on. */
    public void record(byte[] event) {
        record(List.of(event));
    }

    /** Records more events at once, the last of them the newest from now on. */
    public synchronized void record(List<byte[]> oldestFirst) {
        Recorded now = recorded;
        int size = now.size + oldestFirst.size();
        byte[][] events = size <= now.events.length
                ? now.events
                : Arrays.copyOf(now.events, Math.max(16, Math.max(size, now.size * 2)));
        for (int i = 0; i < oldestFirst.size(); i++) {
            events[now.size + i] = oldestFirst.get(i);
        }
        // Readers see the slots only through the new size, which this write publishes.
        recorded = new Recorded(events, size);
    }

    /** Another history of the same events, to record into apart from this one. Events keep their numbers. */
    public AuditHistory copy() {
        Recorded now = recorded;
        return new AuditHistory(Arrays.copyOf(now.events, now.size));
    }

    /** All events, newest first. */
    public List<byte[]> newestFirst() {
        return Arrays.asList(newestFirst(Long.MAX_VALUE, Integer.MAX_VALUE).events());
    }

    /**
     * Returns events from this number downwards, newest first. A number past the newest event stands for the newest.
     *
     * @param count at most so many
     */
    public Slice newestFirst(long from, int count) {
        Recorded now = recorded;
        int first = (int) Math.min(from, now.size - 1L);
        byte[][] slice = new byte[Math.max(0, Math.min(count, first + 1))][];
        for (int i = 0; i < slice.length; i++) {
            slice[i] = now.events[first - i];
        }
        return new Slice(slice, first - slice.length);
    }

    /** What has been recorded so far. The array may be longer, and shared with later states, which only add to it. */
    private static final class Recorded {

        private final byte[][] events;
        private final int size;

        Recorded(byte[][] events, int size) {
            this.events = events;
            this.size = size;
        }
    }

    /** Consecutive events of a history. */
    public static final class Slice {

        private final byte[][] events;
        private final int next;

        Slice(byte[][] events, int next) {
            this.events = events;
            this.next = next;
        }

        /** The events, newest first. Not copies: callers write them out and leave them as they are. */
        public byte[][] events() {
            return events;
        }

        /** The number of the event after these, the next older one; negative where the history ends. */
        public int next() {
            return next;
        }
    }
}
