package dev.casesaudit.server.audit;

import dev.casesaudit.server.json.ByteRange;
import dev.casesaudit.server.recording.RecordedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Consecutive events, stored in the order of a page: newest first, with the commas between them. Any run of events is a
 * few ranges of bytes that a response can send as they are: one, unless the events are large.
 */
final class PackedEvents {

    static final PackedEvents NONE = new PackedEvents(List.of(), 0, RuleCodes.ALL_SEEDED);

    // One more event copies the newest segment, which must not take long or need much memory, however large events are.
    private static final int SEGMENT = 64 * 1024;

    // Oldest first.
    private final List<Segment> segments;
    private final int size;

    // The codes of the rules that recorded the events, oldest first.
    private final byte[] rules;

    private PackedEvents(List<Segment> segments, int size, byte[] rules) {
        this.segments = List.copyOf(segments);
        this.size = size;
        this.rules = rules;
    }

    /** Packs events without the rules that recorded them. */
    static PackedEvents of(List<byte[]> oldestFirst) {
        return NONE.with(oldestFirst, RuleCodes.ALL_SEEDED);
    }

    /** These events and a newer one. */
    PackedEvents with(byte[] event, byte rule) {
        return with(List.of(event), new byte[] {rule});
    }

    /**
     * These events and newer ones, oldest first.
     *
     * @param codes the code of the rule for each newer one, and maybe more; none where no rule recorded them
     */
    PackedEvents with(List<byte[]> newer, byte[] codes) {
        List<Segment> all = new ArrayList<>(segments);
        Segment open = all.isEmpty() ? Segment.EMPTY : all.remove(all.size() - 1);
        int length = open.bytes.length;
        int from = 0;
        for (int i = 0; i < newer.size(); i++) {
            int more = newer.get(i).length + 1;
            if (length > 0 && length + more > SEGMENT) {
                all.add(open.with(newer.subList(from, i)));
                open = Segment.EMPTY;
                length = 0;
                from = i;
            }
            length += more;
        }
        all.add(open.with(newer.subList(from, newer.size())));
        return new PackedEvents(all, size + newer.size(), rulesWith(newer.size(), codes));
    }

    private byte[] rulesWith(int newer, byte[] codes) {
        byte[] added = RuleCodes.compact(codes, newer);
        if (areSeeded() && added.length == 0) {
            return rules;
        }
        byte[] all = Arrays.copyOf(rules, size + newer);
        System.arraycopy(added, 0, all, size, added.length);
        return all;
    }

    /** The same events, recorded by other rules. */
    PackedEvents recordedBy(EventRules others) {
        byte[] codes = new byte[size];
        for (int i = 0; i < codes.length; i++) {
            ByteRange event = event(i);
            codes[i] = others.code(EventIds.hash(event.bytes(), event.from(), event.from() + event.length()));
        }
        return new PackedEvents(segments, size, RuleCodes.compact(codes, codes.length));
    }

    /** Whether all events were seeded. */
    boolean areSeeded() {
        return rules.length == 0;
    }

    /** Returns the code of the rule that recorded the event of a number. */
    byte rule(int number) {
        return areSeeded() ? RuleCodes.SEEDED : rules[number];
    }

    /** Returns the events that rules recorded, newest first. */
    Stream<RecordedEvent> recorded() {
        return IntStream.rangeClosed(1, rules.length)
                .map(age -> rules.length - age)
                .boxed()
                .flatMap(number ->
                        RuleCodes.rule(rules[number])
                                .map(rule -> new RecordedEvent(event(number).copy(), rule))
                                .stream());
    }

    /** Returns roughly how many bytes of memory they need. */
    int bytes() {
        return segments.stream()
                .mapToInt(segment -> segment.bytes.length + Integer.BYTES * segment.starts.length)
                .sum();
    }

    /** Returns the event of a number, 0 the oldest. */
    ByteRange event(int number) {
        int before = 0;
        for (Segment segment : segments) {
            int own = number - before;
            before += segment.starts.length;
            if (number < before) {
                return segment.run(own, own);
            }
        }
        throw new IndexOutOfBoundsException(number);
    }

    /**
     * Adds the ranges of the events between two numbers to a list, newest first. Events of one range have commas between
     * them.
     */
    void addRuns(int newest, int oldest, List<ByteRange> runs) {
        int before = size;
        for (int i = segments.size() - 1; i >= 0; i--) {
            Segment segment = segments.get(i);
            int end = before;
            before -= segment.starts.length;
            if (before <= newest && oldest < end) {
                runs.add(segment.run(Math.min(newest, end - 1) - before, Math.max(oldest, before) - before));
            }
        }
    }

    /** Some of the events, in one array. */
    private static final class Segment {

        static final Segment EMPTY = new Segment(new byte[0], new int[0]);

        private final byte[] bytes;

        // The offset of each event, 0 the oldest.
        private final int[] starts;

        private Segment(byte[] bytes, int[] starts) {
            this.bytes = bytes;
            this.starts = starts;
        }

        Segment with(List<byte[]> newer) {
            if (newer.isEmpty()) {
                return this;
            }
            int before = newer.size() - (starts.length == 0 ? 1 : 0);
            for (byte[] event : newer) {
                before += event.length;
            }
            byte[] more = new byte[before + bytes.length];
            int[] moved = new int[starts.length + newer.size()];
            for (int i = 0; i < starts.length; i++) {
                moved[i] = starts[i] + before;
            }
            int at = 0;
            for (int i = newer.size() - 1; i >= 0; i--) {
                byte[] event = newer.get(i);
                moved[starts.length + i] = at;
                System.arraycopy(event, 0, more, at, event.length);
                at += event.length;
                if (at < more.length) {
                    more[at++] = ',';
                }
            }
            System.arraycopy(bytes, 0, more, at, bytes.length);
            return new Segment(more, moved);
        }

        ByteRange run(int newest, int oldest) {
            int end = oldest == 0 ? bytes.length : starts[oldest - 1] - 1;
            return new ByteRange(bytes, starts[newest], end);
        }
    }
}
