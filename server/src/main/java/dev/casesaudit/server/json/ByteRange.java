package dev.casesaudit.server.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A range of the bytes of an array. It is not a copy, so nobody may change the bytes. */
public final class ByteRange {

    private final byte[] bytes;
    private final int from;
    private final int to;

    /**
     * Makes one of some bytes.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public ByteRange(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** All of these bytes. */
    public static ByteRange of(byte[] bytes) {
        return new ByteRange(bytes, 0, bytes.length);
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

    /** Whether it consists of these bytes. */
    public boolean isOf(byte[] other) {
        return Arrays.equals(bytes, from, to, other, 0, other.length);
    }

    /** The bytes, as a copy. */
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
