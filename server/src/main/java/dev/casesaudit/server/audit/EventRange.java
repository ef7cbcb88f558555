package dev.casesaudit.server.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A range of bytes with events in it, commas between them. Not a copy: readers leave the bytes as they are. */
public final class EventRange {

    private final byte[] bytes;
    private final int from;
    private final int to;

    /**
     * Makes one of some bytes.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public EventRange(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** All of these bytes. */
    public static EventRange of(byte[] bytes) {
        return new EventRange(bytes, 0, bytes.length);
    }

    /** What it is a range of. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where it starts. */
    public int from() {
        return from;
    }

    public int length() {
        return to - from;
    }

    /** As text, which all of JSON is. */
    public String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    boolean isOf(byte[] other) {
        return Arrays.equals(bytes, from, to, other, 0, other.length);
    }

    byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
