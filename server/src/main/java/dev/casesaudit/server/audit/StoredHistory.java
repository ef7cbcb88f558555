package dev.casesaudit.server.audit;

import dev.casesaudit.server.json.ByteRange;
import dev.casesaudit.server.recording.RecordedEvent;
import dev.casesaudit.server.recording.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A history outside the memory, whose events are read when they are asked for, and events that are not stored yet. */
public final class StoredHistory extends AuditHistory {

    // Events that are read at once.
    private static final int SECTION = 1_000;

    private final StoredEvents stored;
    private final PackCache cache;
    private final Instant newest;
    private final int storedSize;
    private final List<New> more;

    private StoredHistory(
            StoredEvents stored, PackCache cache, Instant newest, int storedSize, List<New> more, Extent extent) {
        super(extent);
        this.stored = stored;
        this.cache = cache;
        this.newest = newest;
        this.storedSize = storedSize;
        this.more = more;
    }

    /** An event that is not stored yet, and the code of its rule. */
    private record New(ByteRange json, byte rule) {}

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
        return more.stream().map(one -> one.json().bytes()).toList();
    }

    @Override
    public AuditHistory with(List<byte[]> added) {
        return with(added, RuleCodes.SEEDED);
    }

    @Override
    public AuditHistory with(RecordedEvent event) {
        return with(List.of(event.json()), RuleCodes.of(event.rule()));
    }

    private AuditHistory with(List<byte[]> added, byte rule) {
        return added.isEmpty()
                ? this
                : new StoredHistory(
                        stored,
                        cache,
                        EventTime.of(added.get(added.size() - 1)),
                        storedSize,
                        Stream.concat(more.stream(), added.stream().map(json -> new New(ByteRange.of(json), rule)))
                                .toList(),
                        extent().with(added));
    }

    @Override
    public AuditHistory recordedBy(EventRules rules) {
        return of(() -> IntStream.range(0, size()).mapToObj(this::at).iterator())
                .with(extent())
                .recordedBy(rules);
    }

    @Override
    public Optional<Rule> rule(int number) {
        return number >= storedSize
                ? RuleCodes.rule(more.get(number - storedSize).rule())
                : stored.recorded(number + 1, 1).stream()
                        .filter(one -> one.number() == number)
                        .map(one -> one.event().rule())
                        .findFirst();
    }

    @Override
    public Stream<RecordedEvent> recorded() {
        Stream<RecordedEvent> newer = IntStream.rangeClosed(1, more.size())
                .mapToObj(age -> more.get(more.size() - age))
                .flatMap(one ->
                        RuleCodes.rule(one.rule())
                                .map(rule -> new RecordedEvent(one.json().bytes(), rule))
                                .stream());
        Stream<RecordedEvent> older = Stream.iterate(
                        stored.recorded(storedSize, SECTION),
                        read -> !read.isEmpty(),
                        read -> stored.recorded(read.get(read.size() - 1).number(), SECTION))
                .flatMap(read -> read.stream().map(StoredEvents.Recorded::event));
        return Stream.concat(newer, older);
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
        return more.stream().anyMatch(event -> hashOfId(event.json().bytes()) == hash)
                || stored.hasId(hash, storedSize);
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
            runs.add(more.get(from - storedSize).json());
        }
        for (; from >= oldest; from = from / PACK * PACK - 1) {
            int base = from / PACK * PACK;
            PackedEvents pack = cache.get(stored, base, Math.min(base + PACK, storedSize));
            pack.addRuns(from - base, Math.max(oldest - base, 0), runs);
        }
        return runs;
    }
}
