package dev.casesaudit.server.audit;

import dev.casesaudit.server.json.ByteRange;
import dev.casesaudit.server.recording.RecordedEvent;
import dev.casesaudit.server.recording.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** A history in memory. */
final class PackedHistory extends AuditHistory {

    // Full packs, in blocks that are full but for the last; the newest pack may not be full.
    private final PackedEvents[][] blocks;
    private final PackedEvents last;
    private final EventIds ids;

    private PackedHistory(PackedEvents[][] blocks, PackedEvents last, EventIds ids, Extent extent) {
        super(extent);
        this.blocks = blocks;
        this.last = last;
        this.ids = ids;
    }

    static PackedHistory packed(Iterable<byte[]> oldestFirst) {
        Builder builder = new Builder();
        oldestFirst.forEach(builder::add);
        return builder.history(builder.generation(), 0);
    }

    static PackedHistory packed(RecordedEvent first) {
        Builder builder = new Builder();
        builder.add(first.json(), RuleCodes.of(first.rule()));
        return builder.history(builder.generation(), 0);
    }

    @Override
    public AuditHistory with(List<byte[]> more) {
        Builder builder = new Builder(this);
        more.forEach(builder::add);
        return builder.history(extent().generation().grown(), extent().shared());
    }

    @Override
    public AuditHistory with(RecordedEvent event) {
        byte[] json = event.json();
        byte rule = RuleCodes.of(event.rule());
        if (size() % PACK == PACK - 1) {
            Builder builder = new Builder(this);
            builder.add(json, rule);
            return builder.history(extent().generation().grown(), extent().shared());
        }
        return new PackedHistory(
                blocks, last.with(json, rule), ids.with(new long[] {hashOfId(json)}), extent().with(List.of(json)));
    }

    @Override
    public AuditHistory recordedBy(EventRules rules) {
        if (rules.size() == 0 && packs().allMatch(PackedEvents::areSeeded)) {
            return this;
        }
        PackedEvents[][] others = new PackedEvents[blocks.length][];
        for (int block = 0; block < others.length; block++) {
            others[block] = blocks[block].clone();
        }
        for (int number = 0; number < size() / PACK; number++) {
            others[number / BLOCK][number % BLOCK] = pack(number).recordedBy(rules);
        }
        return new PackedHistory(others, last.recordedBy(rules), ids, extent());
    }

    @Override
    public Optional<Rule> rule(int number) {
        return RuleCodes.rule(pack(number / PACK).rule(number % PACK));
    }

    @Override
    public Stream<RecordedEvent> recorded() {
        return packs().flatMap(PackedEvents::recorded);
    }

    // The newest first.
    private Stream<PackedEvents> packs() {
        return IntStream.rangeClosed(0, size() / PACK).mapToObj(age -> pack(size() / PACK - age));
    }

    @Override
    AuditHistory with(Extent other) {
        return new PackedHistory(blocks, last, ids, other);
    }

    @Override
    boolean hasId(long hash) {
        return ids.has(hash);
    }

    @Override
    ByteRange event(int number) {
        return pack(number / PACK).event(number % PACK);
    }

    @Override
    List<ByteRange> runs(int newest, int oldest) {
        List<ByteRange> runs = new ArrayList<>(2);
        for (int from = newest; from >= oldest; from = from / PACK * PACK - 1) {
            int base = from / PACK * PACK;
            pack(from / PACK).addRuns(from - base, Math.max(oldest - base, 0), runs);
        }
        return runs;
    }

    private PackedEvents pack(int number) {
        return number < size() / PACK ? blocks[number / BLOCK][number % BLOCK] : last;
    }

    private static final class Builder {

        private final EventIds known;

        // The newest pack, which is not full, and the events to add to it.
        private PackedEvents last;
        private final List<byte[]> open = new ArrayList<>(PACK);
        private final byte[] openRules = new byte[PACK];
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
            last = PackedEvents.NONE;
            blocks = new PackedEvents[0][];
        }

        Builder(PackedHistory history) {
            known = history.ids;
            last = history.last;
            blocks = history.blocks;
            size = history.size();
            json = history.extent().json();
        }

        void add(byte[] event) {
            add(event, RuleCodes.SEEDED);
        }

        void add(byte[] event, byte rule) {
            added = addedCount < added.length ? added : Arrays.copyOf(added, addedCount * 2);
            added[addedCount++] = EventIds.hash(event, 0, event.length);
            oneSum.update(event, 0, event.length);
            otherSum.update(event, 0, event.length);
            openRules[open.size()] = rule;
            open.add(event);
            json += event.length;
            size++;
            if (size % PACK == 0) {
                addPack(last.with(open, openRules));
                last = PackedEvents.NONE;
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

        PackedHistory history(Generation generation, long shared) {
            PackedEvents newest = open.isEmpty() ? last : last.with(open, openRules);
            return new PackedHistory(blocks, newest, ids(), new Extent(size, json, generation, shared));
        }

        private EventIds ids() {
            return addedCount == 0 ? known : known.with(Arrays.copyOf(added, addedCount));
        }

        Generation generation() {
            return new Generation(size, oneSum.getValue() << Integer.SIZE | otherSum.getValue(), 0);
        }
    }
}
