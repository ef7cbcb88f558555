package dev.casesaudit.server.audit;

import dev.casesaudit.server.json.ByteRange;
import dev.casesaudit.server.recording.RecordedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Consecutive events, stored in the order of a page: newest first, with the commas between them. Any run of events is
 * one range of bytes that a response can send as it is.
 */
final class PackedEvents {

    private final byte[] bytes;

    // The offset of each event, by its number within this pack, 0 the oldest.
    private final int[] starts;

    // The codes of the rules that recorded the events, in the same order.
    private final byte[] rules;

    private PackedEvents(byte[] bytes, int[] starts, byte[] rules) {
        this.bytes = bytes;
        this.starts = starts;
        this.rules = rules;
    }

    /** Packs events without the rules that recorded them. */
    static PackedEvents of(List<byte[]> oldestFirst) {
        return of(oldestFirst, RuleCodes.ALL_SEEDED);
    }

    /**
     * Packs events.
     *
     * @param rules the code of the rule for each of them, and maybe more; none where no rule recorded them
     */
    static PackedEvents of(List<byte[]> oldestFirst, byte[] rules) {
        int length = Math.max(0, oldestFirst.size() - 1);
        for (byte[] event : oldestFirst) {
            length += event.length;
        }
        byte[] bytes = new byte[length];
        int[] starts = new int[oldestFirst.size()];
        int at = 0;
        for (int i = starts.length - 1; i >= 0; i--) {
            byte[] event = oldestFirst.get(i);
            starts[i] = at;
            System.arraycopy(event, 0, bytes, at, event.length);
            at += event.length;
            if (i > 0) {
                bytes[at++] = ',';
            }
        }
        return new PackedEvents(bytes, starts, RuleCodes.compact(rules, starts.length));
    }

    /** These events and a newer one. */
    PackedEvents with(byte[] event, byte rule) {
        int comma = starts.length == 0 ? 0 : 1;
        int before = event.length + comma;
        byte[] more = new byte[before + bytes.length];
        System.arraycopy(event, 0, more, 0, event.length);
        if (comma == 1) {
            more[event.length] = ',';
        }
        System.arraycopy(bytes, 0, more, before, bytes.length);
        int[] moved = new int[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            moved[i] = starts[i] + before;
        }
        byte[] codes = Arrays.copyOf(rules, moved.length);
        codes[starts.length] = rule;
        return new PackedEvents(more, moved, codes);
    }

    /** The same events, recorded by other rules. */
    PackedEvents recordedBy(EventRules others) {
        byte[] codes = new byte[starts.length];
        for (int i = 0; i < codes.length; i++) {
            ByteRange event = run(i, i);
            codes[i] = others.code(EventIds.hash(bytes, event.from(), event.from() + event.length()));
        }
        return new PackedEvents(bytes, starts, RuleCodes.compact(codes, codes.length));
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
                                .map(rule ->
                                        new RecordedEvent(run(number, number).copy(), rule))
                                .stream());
    }

    /** Returns roughly how many bytes of memory they need. */
    int bytes() {
        return bytes.length + Integer.BYTES * starts.length;
    }

    /** Returns the events between two numbers, with the commas between them. */
    ByteRange run(int newest, int oldest) {
        int end = oldest == 0 ? bytes.length : starts[oldest - 1] - 1;
        return new ByteRange(bytes, starts[newest], end);
    }

    /** Returns the events one by one, oldest first, in a list that the caller may change. */
    List<byte[]> oldestFirst() {
        List<byte[]> events = new ArrayList<>(starts.length);
        for (int i = 0; i < starts.length; i++) {
            events.add(run(i, i).copy());
        }
        return events;
    }
}
