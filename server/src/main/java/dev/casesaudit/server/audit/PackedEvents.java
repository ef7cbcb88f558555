package dev.casesaudit.server.audit;

import dev.casesaudit.server.json.ByteRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive events, stored in the order of a page: newest first, with the commas between them. Any run of events is
 * one range of bytes that a response can send as it is.
 */
final class PackedEvents {

    private final byte[] bytes;

    // The offset of each event, by its number within this pack, 0 the oldest.
    private final int[] starts;

    private PackedEvents(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    static PackedEvents of(List<byte[]> oldestFirst) {
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
        return new PackedEvents(bytes, starts);
    }

    /** These events and a newer one. */
    PackedEvents with(byte[] event) {
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
        return new PackedEvents(more, moved);
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
