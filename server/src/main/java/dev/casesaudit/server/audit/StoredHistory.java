package dev.casesaudit.server.audit;

import dev.casesaudit.server.json.ByteRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A history outside the memory, whose events are read when they are asked for, and events that are not stored yet. */
public final class StoredHistory extends AuditHistory {

    private final StoredEvents stored;
    private final PackCache cache;
    private final Instant newest;
    private final int storedSize;
    private final List<byte[]> more;

    private StoredHistory(
            StoredEvents stored, PackCache cache, Instant newest, int storedSize, List<byte[]> more, Extent extent) {
        super(extent);
        this.stored = stored;
        this.cache = cache;
        this.newest = newest;
        this.storedSize = storedSize;
        this.more = more;
    }

    /**
     * A history of which all events are stored.
     *
     * @param newest the time of its newest event
     */
    public static StoredHistory of(StoredEvents stored, PackCache cache, Instant newest, Extent extent) {
        return new StoredHistory(stored, cache, newest, extent.size(), List.of(), extent);
    }

    /** Returns where its first events are stored. */
    public StoredEvents stored() {
        return stored;
    }

    /** Returns the events that are not stored yet, oldest first. */
    public List<byte[]> more() {
        return more;
    }

    @Override
    public AuditHistory with(List<byte[]> added) {
        return added.isEmpty()
                ? this
                : new StoredHistory(
                        stored,
                        cache,
                        EventTime.of(added.get(added.size() - 1)),
                        storedSize,
                        Stream.concat(more.stream(), added.stream()).toList(),
                        extent().with(added));
    }

    @Override
    public AuditHistory with(byte[] event) {
        return with(List.of(event));
    }

    @Override
    AuditHistory with(Extent other) {
        return new StoredHistory(stored, cache, newest, storedSize, more, other);
    }

    @Override
    public Instant newestTime() {
        return newest;
    }

    @Override
    boolean hasId(long hash) {
        return more.stream().anyMatch(event -> hashOfId(event) == hash) || stored.hasId(hash, storedSize);
    }

    @Override
    ByteRange event(int number) {
        return runs(number, number).get(0);
    }

    @Override
    List<ByteRange> runs(int newest, int oldest) {
        List<ByteRange> runs = new ArrayList<>(2);
        int from = newest;
        for (; from >= storedSize && from >= oldest; from--) {
            runs.add(ByteRange.of(more.get(from - storedSize)));
        }
        for (; from >= oldest; from = from / PACK * PACK - 1) {
            int base = from / PACK * PACK;
            PackedEvents pack = cache.get(stored, base, Math.min(base + PACK, storedSize));
            runs.add(pack.run(from - base, Math.max(oldest - base, 0)));
        }
        return runs;
    }
}
