package dev.casesaudit.server.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The audit events of one case, each encoded once, as the JSON object that leaves.
 *
 * <p>Events are numbered in the order in which they were recorded, from 0, and keep their number for good. They are read newest
 * first, so a reader's place is the number of the next event, and what is recorded meanwhile lies behind it: nothing it was
 * promised moves, repeats or goes missing.
 */
public final class AuditHistory {

    // A page has 25 events at most, so it lies in two packs at most.
    private static final int PACK = 64;

    private volatile Recorded recorded;

    private AuditHistory(Recorded recorded) {
        this.recorded = recorded;
    }

    /** A history of these events, oldest first. They are taken one by one, so they may be made as they are asked for. */
    public static AuditHistory of(Iterable<byte[]> oldestFirst) {
        return new AuditHistory(Recorded.NONE.and(oldestFirst));
    }

    public int size() {
        return recorded.size;
    }

    /** Records more events, the last of them the newest from now on. */
    public synchronized void record(List<byte[]> oldestFirst) {
        recorded = recorded.and(oldestFirst);
    }

    /** Another history of the same events, to record into apart from this one. Events keep their numbers. */
    public AuditHistory copy() {
        return new AuditHistory(recorded.copy());
    }

    /** All events that are recorded by now, newest first, each where it lies. */
    public Iterable<Run> newestFirst() {
        Recorded now = recorded;
        return () -> IntStream.rangeClosed(1, now.size)
                .mapToObj(age -> now.event(now.size - age))
                .iterator();
    }

    /**
     * Returns the events from one downwards.
     *
     * @param from the number of the first; a number beyond the newest means the newest
     */
    public Slice newestFirst(long from, int count) {
        Recorded now = recorded;
        int first = (int) Math.min(from, now.size - 1L);
        return new Slice(now, first, Math.max(0, Math.min(count, first + 1)));
    }

    /**
     * What has been recorded so far: full packs, and one that is not full. The array of the full ones may be longer, and shared
     * with later states, which only add to it.
     */
    private static final class Recorded {

        static final Recorded NONE = new Recorded(new PackedEvents[0], PackedEvents.of(List.of()), 0);

        private final PackedEvents[] full;
        private final PackedEvents last;
        private final int size;

        private Recorded(PackedEvents[] full, PackedEvents last, int size) {
            this.full = full;
            this.last = last;
            this.size = size;
        }

        Recorded and(Iterable<byte[]> more) {
            PackedEvents[] packs = full;
            int count = size / PACK;
            List<byte[]> open = last.oldestFirst();
            for (byte[] event : more) {
                open.add(event);
                if (open.size() == PACK) {
                    packs = count < packs.length ? packs : Arrays.copyOf(packs, Math.max(4, count * 2));
                    packs[count++] = PackedEvents.of(open);
                    open.clear();
                }
            }
            // Readers see the slots only through the new size, whose write publishes them.
            return new Recorded(packs, PackedEvents.of(open), count * PACK + open.size());
        }

        Recorded copy() {
            return new Recorded(Arrays.copyOf(full, size / PACK), last, size);
        }

        PackedEvents pack(int number) {
            return number < size / PACK ? full[number] : last;
        }

        Run event(int number) {
            return pack(number / PACK).run(number % PACK, number % PACK);
        }
    }

    /** Consecutive events of a history. */
    public static final class Slice {

        private final Recorded recorded;
        private final int first;
        private final int size;

        private Slice(Recorded recorded, int first, int size) {
            this.recorded = recorded;
            this.first = first;
            this.size = size;
        }

        /** How many there are. */
        public int size() {
            return size;
        }

        /** The events, newest first, as runs of bytes between which commas belong. */
        public List<Run> runs() {
            List<Run> runs = new ArrayList<>(2);
            int oldest = first - size + 1;
            for (int from = first; from >= oldest; from = from / PACK * PACK - 1) {
                int base = from / PACK * PACK;
                runs.add(recorded.pack(from / PACK).run(from - base, Math.max(oldest - base, 0)));
            }
            return runs;
        }

        /** The events one by one, newest first. */
        public byte[][] events() {
            byte[][] events = new byte[size][];
            for (int i = 0; i < size; i++) {
                events[i] = recorded.event(first - i).copy();
            }
            return events;
        }

        /** The number of the event after these, the next older one; negative where the history ends. */
        public int next() {
            return first - size;
        }
    }
}
