package dev.casesaudit.server.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A range of the bytes of an array. It is no copy: readers must not change the bytes. */
public final class ByteRange {

    private final byte[] bytes;
    private final int from;
    private final int to;

    /**
     * Makes a range.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public ByteRange(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    public static ByteRange of(byte[] bytes) {
        return new ByteRange(bytes, 0, bytes.length);
    }

    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return from;
    }

    public int length() {
        return to - from;
    }

    /** Returns the range as text: JSON is ASCII or UTF-8 text throughout. */
    public String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    public boolean isOf(byte[] other) {
        return Arrays.equals(bytes, from, to, other, 0, other.length);
    }

    /** Returns a copy of the bytes. */
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
