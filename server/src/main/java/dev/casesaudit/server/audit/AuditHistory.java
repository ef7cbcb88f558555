package dev.casesaudit.server.audit;

import dev.casesaudit.server.json.ByteRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The audit events of one case, each encoded once, as the JSON object that pages contain. Immutable: appending events
 * returns another history, which shares the events of this one.
 *
 * <p>Events are numbered in the order in which they were recorded, from 0, and keep their number. Pages read them
 * newest first, so a cursor is the number of the next event. Events recorded during a walk have higher numbers: they
 * never move, repeat or hide an event of the walk.
 */
public final class AuditHistory {

    // A page has at most 25 events, so it spans at most two packs.
    private static final int PACK = 64;

    // The number of packs that are copied together when one is added.
    private static final int BLOCK = 256;

    /**
     * The memory that an event needs besides its JSON: a comma, its offset, the hash of its id, and a share of its
     * pack.
     */
    public static final int EVENT_BYTES = 16;

    private static final int EMPTY_BYTES = 1_024;
    private static final int BLOCK_BYTES = 1_056;

    // Full packs, in blocks that are full but for the last; the newest pack may not be full.
    private final PackedEvents[][] blocks;
    private final PackedEvents last;
    private final int size;
    private final EventIds ids;
    private final Generation generation;
    private final long json;

    // Bytes of the events that fixtures keep in memory anyway.
    private final long shared;

    // Worked out when it is first asked for.
    private volatile @Nullable CaseContent implied;

    private AuditHistory(Builder builder, Generation generation, long shared) {
        this.blocks = builder.blocks;
        this.last = PackedEvents.of(builder.open);
        this.size = builder.size;
        this.ids = builder.ids();
        this.generation = generation;
        this.json = builder.json;
        this.shared = shared;
    }

    // With one more event, for which the open pack has room.
    private AuditHistory(AuditHistory original, byte[] event) {
        this.blocks = original.blocks;
        this.last = original.last.with(event);
        this.size = original.size + 1;
        this.ids = original.ids.with(new long[] {hashOfId(event)});
        this.generation = original.generation.grown();
        this.json = original.json + event.length;
        this.shared = original.shared;
    }

    private AuditHistory(AuditHistory original, Generation generation, long shared) {
        this.blocks = original.blocks;
        this.last = original.last;
        this.size = original.size;
        this.ids = original.ids;
        this.generation = generation;
        this.json = original.json;
        this.shared = shared;
    }

    /**
     * Makes a history of these events, oldest first. They are taken one by one, so the caller may create them lazily.
     * Histories of the same events have the same generation, in every process.
     */
    public static AuditHistory of(Iterable<byte[]> oldestFirst) {
        Builder builder = new Builder();
        oldestFirst.forEach(builder::add);
        return new AuditHistory(builder, Generation.of(builder), 0);
    }

    /**
     * This history with more events, the last of them the newest. The generation stays valid for the events that it
     * has.
     */
    public AuditHistory with(List<byte[]> more) {
        Builder builder = new Builder(this);
        more.forEach(builder::add);
        return new AuditHistory(builder, generation.grown(), shared);
    }

    /** This history with one more event, the newest. */
    public AuditHistory with(byte[] event) {
        return size % PACK == PACK - 1 ? with(List.of(event)) : new AuditHistory(this, event);
    }

    /** The same events in a new generation, so that page tokens of any other history are refused. */
    public AuditHistory renewed() {
        return new AuditHistory(this, Generation.fresh(), shared);
    }

    /** The same history, marked as kept by the fixtures for a reset: it counts no memory but its own. */
    public AuditHistory ofFixtures() {
        return new AuditHistory(this, generation, bytes());
    }

    public int size() {
        return size;
    }

    /** Returns roughly how many bytes of memory it needs. */
    public long bytes() {
        return EMPTY_BYTES + (long) (size / PACK / BLOCK) * BLOCK_BYTES + json + (long) size * EVENT_BYTES;
    }

    /** Returns the same without the bytes that fixtures keep anyway. */
    public long ownBytes() {
        return bytes() - shared;
    }

    /** Returns a hash of the id of an encoded event; 0 if the event does not begin with an id. */
    public static long hashOfId(byte[] event) {
        return EventIds.hash(event, 0, event.length);
    }

    public byte[] at(int number) {
        return event(number).copy();
    }

    /** Whether the event of this number equals an encoded one. */
    public boolean hasAt(int number, byte[] event) {
        return number >= 0 && number < size && event(number).isOf(event);
    }

    /**
     * Identifies the history up to the event of this number. Two histories that differ in one of those events have
     * different generations.
     */
    public long generation(long number) {
        return number < generation.originalSize ? generation.original : generation.later;
    }

    public boolean hasIdOf(byte[] event) {
        return ids.has(EventIds.hash(event, 0, event.length));
    }

    /** Returns the time of the newest event; 1970 where there is none. */
    public Instant newestTime() {
        return size == 0 ? Instant.EPOCH : EventTime.of(at(size - 1));
    }

    /** Returns the content of the case as far as its events say. */
    CaseContent impliedContent() {
        CaseContent known = implied;
        if (known == null) {
            known = ImpliedContent.of(this);
            implied = known;
        }
        return known;
    }

    /** Returns all events, newest first, as ranges of the stored bytes. */
    public Iterable<ByteRange> newestFirst() {
        return () -> IntStream.rangeClosed(1, size)
                .mapToObj(age -> event(size - age))
                .iterator();
    }

    /**
     * Returns events, newest first.
     *
     * @param from the number of the first event; a number beyond the newest means the newest
     */
    public Slice newestFirst(long from, int count) {
        int first = (int) Math.min(from, size - 1L);
        return new Slice(this, first, Math.max(0, Math.min(count, first + 1)));
    }

    private PackedEvents pack(int number) {
        return number < size / PACK ? blocks[number / BLOCK][number % BLOCK] : last;
    }

    private ByteRange event(int number) {
        return pack(number / PACK).run(number % PACK, number % PACK);
    }

    /**
     * The generation of a history, for page tokens. Events from its creation and events recorded later have generations
     * of their own: a reset restores the first, not the second.
     */
    private record Generation(int originalSize, long original, long later) {

        static Generation of(Builder builder) {
            return new Generation(builder.size, builder.checksum(), 0);
        }

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

    private static final class Builder {

        private final EventIds known;
        private final List<byte[]> open;
        private final CRC32 oneSum = new CRC32();
        private final CRC32C otherSum = new CRC32C();
        private PackedEvents[][] blocks;
        private long[] added = new long[4];
        private int addedCount;
        private int size;
        private long json;

        // Whether this builder made the last block, and so may change it.
        private boolean ownsLastBlock;

        Builder() {
            known = EventIds.NONE;
            open = new ArrayList<>(PACK);
            blocks = new PackedEvents[0][];
        }

        Builder(AuditHistory history) {
            known = history.ids;
            open = history.last.oldestFirst();
            blocks = history.blocks;
            size = history.size;
            json = history.json;
        }

        void add(byte[] event) {
            added = addedCount < added.length ? added : Arrays.copyOf(added, addedCount * 2);
            added[addedCount++] = EventIds.hash(event, 0, event.length);
            oneSum.update(event, 0, event.length);
            otherSum.update(event, 0, event.length);
            open.add(event);
            json += event.length;
            size++;
            if (open.size() == PACK) {
                addPack(PackedEvents.of(open));
                open.clear();
            }
        }

        private void addPack(PackedEvents pack) {
            int number = size / PACK - 1;
            int block = number / BLOCK;
            if (number % BLOCK == 0) {
                blocks = Arrays.copyOf(blocks, block + 1);
                blocks[block] = new PackedEvents[BLOCK];
            } else if (!ownsLastBlock) {
                blocks = blocks.clone();
                blocks[block] = blocks[block].clone();
            }
            ownsLastBlock = true;
            blocks[block][number % BLOCK] = pack;
        }

        EventIds ids() {
            return addedCount == 0 ? known : known.with(Arrays.copyOf(added, addedCount));
        }

        long checksum() {
            return oneSum.getValue() << Integer.SIZE | otherSum.getValue();
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
            List<ByteRange> runs = new ArrayList<>(2);
            int oldest = first - size + 1;
            for (int from = first; from >= oldest; from = from / PACK * PACK - 1) {
                int base = from / PACK * PACK;
                runs.add(history.pack(from / PACK).run(from - base, Math.max(oldest - base, 0)));
            }
            return runs;
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
