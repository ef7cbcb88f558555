package dev.casesaudit.server.audit;

import dev.casesaudit.server.json.ByteRange;
import dev.casesaudit.server.recording.RecordedEvent;
import dev.casesaudit.server.recording.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The audit events of one case, each encoded once, as the JSON object that pages contain. Immutable: appending events
 * returns another history, which shares the events of this one.
 *
 * <p>Events are numbered in the order in which they were recorded, from 0, and keep their number. Pages read them
 * newest first, so a cursor is the number of the next event. Events recorded during a walk have higher numbers: they
 * never move, repeat or hide an event of the walk.
 */
public abstract sealed class AuditHistory permits PackedHistory, StoredHistory {

    // A page has at most 25 events, so it spans at most two packs.
    static final int PACK = 64;

    // The number of packs that are copied together when one is added.
    static final int BLOCK = 256;

    /**
     * The memory that an event needs besides its JSON: a comma, its offset, the hash of its id, the code of its rule,
     * and a share of its pack.
     */
    public static final int EVENT_BYTES = 16;

    private static final int EMPTY_BYTES = 1_024;
    private static final int BLOCK_BYTES = 1_056;

    private final Extent extent;

    // Worked out when it is first asked for.
    private volatile @Nullable CaseContent implied;

    AuditHistory(Extent extent) {
        this.extent = extent;
    }

    /**
     * Makes a history of these seeded events, oldest first. They are taken one by one, so the caller may create them
     * lazily. Histories of the same events have the same generation, in every process.
     */
    public static AuditHistory of(Iterable<byte[]> oldestFirst) {
        return PackedHistory.packed(oldestFirst);
    }

    /** Makes a history of the event that created a case. */
    public static AuditHistory of(RecordedEvent first) {
        return PackedHistory.packed(first);
    }

    /**
     * This history with more seeded events, the last of them the newest. The generation stays valid for the events that
     * it has.
     */
    public abstract AuditHistory with(List<byte[]> more);

    /** This history with an event that an edit recorded, the newest. */
    public abstract AuditHistory with(RecordedEvent event);

    /** The same events, of which only these were recorded by rules. */
    public abstract AuditHistory recordedBy(EventRules rules);

    /** Returns the rule that recorded the event of a number; empty if it was seeded. */
    public abstract Optional<Rule> rule(int number);

    /** Returns the events that rules recorded, newest first. */
    public abstract Stream<RecordedEvent> recorded();

    /** The same events with another extent. */
    abstract AuditHistory with(Extent other);

    /** Whether an event has an id with this hash. */
    abstract boolean hasId(long hash);

    /** Returns the event of a number. */
    abstract ByteRange event(int number);

    /** Returns the events between two numbers, newest first, as ranges of bytes to join with commas. */
    abstract List<ByteRange> runs(int newest, int oldest);

    /** The same events in a new generation, so that page tokens of any other history are refused. */
    public final AuditHistory renewed() {
        return with(extent.with(Generation.fresh()));
    }

    /** The same history, marked as kept by the fixtures for a reset: it counts no memory but its own. */
    public final AuditHistory ofFixtures() {
        return with(new Extent(extent.size, extent.json, extent.generation, bytes()));
    }

    /** Returns its size in events and bytes, and its generation. */
    public final Extent extent() {
        return extent;
    }

    public final int size() {
        return extent.size;
    }

    /** Returns roughly how many bytes of memory it needs. */
    public final long bytes() {
        int size = extent.size;
        return EMPTY_BYTES + (long) (size / PACK / BLOCK) * BLOCK_BYTES + extent.json + (long) size * EVENT_BYTES;
    }

    /** Returns the same without the bytes that fixtures keep anyway. */
    public final long ownBytes() {
        return bytes() - extent.shared;
    }

    /** Returns a hash of the id of an encoded event; 0 if the event does not begin with an id. */
    public static long hashOfId(byte[] event) {
        return EventIds.hash(event, 0, event.length);
    }

    /** Returns the id of an encoded event. */
    public static String idOf(byte[] event) {
        return EventIds.id(event);
    }

    public final byte[] at(int number) {
        return event(number).copy();
    }

    /** Whether the event of this number equals an encoded one. */
    public final boolean hasAt(int number, byte[] event) {
        return number >= 0 && number < extent.size && event(number).isOf(event);
    }

    /**
     * Identifies the history up to the event of this number. Two histories that differ in one of those events have
     * different generations.
     */
    public final long generation(long number) {
        Generation generation = extent.generation;
        return number < generation.originalSize ? generation.original : generation.later;
    }

    public final boolean hasIdOf(byte[] event) {
        return hasId(hashOfId(event));
    }

    /** Returns the time of the newest event; 1970 where there is none. */
    public Instant newestTime() {
        return extent.size == 0 ? Instant.EPOCH : EventTime.of(at(extent.size - 1));
    }

    /** Whether {@link #impliedContent} is known, or needs few events. */
    final boolean hasContentAtHand() {
        return extent.size <= PACK || implied != null;
    }

    /** Returns the content of the case as far as its events say. */
    final CaseContent impliedContent() {
        CaseContent known = implied;
        if (known == null) {
            known = ImpliedContent.of(this);
            implied = known;
        }
        return known;
    }

    /** Returns all events, newest first, as ranges of the stored bytes. */
    public final Iterable<ByteRange> newestFirst() {
        return () -> IntStream.rangeClosed(1, extent.size)
                .mapToObj(age -> event(extent.size - age))
                .iterator();
    }

    /**
     * Returns events, newest first.
     *
     * @param from the number of the first event; a number beyond the newest means the newest
     */
    public final Slice newestFirst(long from, int count) {
        int first = (int) Math.min(from, extent.size - 1L);
        return new Slice(this, first, Math.max(0, Math.min(count, first + 1)));
    }

    /**
     * How large a history is, and which one.
     *
     * @param size the number of events
     * @param json the bytes of all events
     * @param shared the bytes that the fixtures keep in memory anyway
     */
    public record Extent(int size, long json, Generation generation, long shared) {

        /** Whether histories with both have the same events. */
        public boolean isSameAs(Extent other) {
            return size == other.size && json == other.json && generation.equals(other.generation);
        }

        Extent with(Generation other) {
            return new Extent(size, json, other, shared);
        }

        /** The extent with more events. */
        Extent with(List<byte[]> more) {
            long bytes = json;
            for (byte[] event : more) {
                bytes += event.length;
            }
            return new Extent(size + more.size(), bytes, generation.grown(), shared);
        }
    }

    /**
     * The generation of a history, for page tokens. Events from its creation and events recorded later have generations
     * of their own: a reset restores the first, not the second.
     *
     * @param originalSize the number of events from its creation
     * @param later 0 as long as there are none
     */
    public record Generation(int originalSize, long original, long later) {

        static Generation fresh() {
            long name = random();
            return new Generation(0, name, name);
        }

        Generation grown() {
            return later == 0 ? new Generation(originalSize, original, random()) : this;
        }

        private static long random() {
            return ThreadLocalRandom.current().nextLong() | 1;
        }
    }

    public static final class Slice {

        private final AuditHistory history;
        private final int first;
        private final int size;

        private Slice(AuditHistory history, int first, int size) {
            this.history = history;
            this.first = first;
            this.size = size;
        }

        public int size() {
            return size;
        }

        /** Returns the events, newest first, as ranges of bytes to join with commas. */
        public List<ByteRange> runs() {
            return history.runs(first, first - size + 1);
        }

        /** Returns the events one by one, newest first. */
        public byte[][] events() {
            byte[][] events = new byte[size][];
            for (int i = 0; i < size; i++) {
                events[i] = history.event(first - i).copy();
            }
            return events;
        }

        /** Returns the number of the next older event; negative at the end of the history. */
        public int next() {
            return first - size;
        }
    }
}
