package dev.casesaudit.conformance.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** The bytes of a body, decoded. */
public final class Content {

    public static final Content NONE = new Content(new byte[0]);

    private final byte[] bytes;

    // A JSON tree takes many times the bytes of a body. If memory runs short, the body is read again.
    private volatile SoftReference<JsonNode> json = new SoftReference<>(null);

    private Content(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes.clone());
    }

    /** Wraps bytes without a copy. */
    static Content owned(byte[] bytes) {
        return new Content(bytes);
    }

    public static Content of(String text) {
        return new Content(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the bytes as JSON, read once. Nobody changes it. */
    JsonNode json(Function<byte[], JsonNode> reader) {
        JsonNode known = json.get();
        if (known == null) {
            known = reader.apply(bytes);
            json = new SoftReference<>(known);
        }
        return known;
    }

    public int size() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Returns the bytes as UTF-8. Other bytes become replacement characters. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the content, or its beginning with a note about its length. */
    Content shortened(int most) {
        if (bytes.length <= most) {
            return this;
        }
        int end = most;
        while (end > 0 && (bytes[end] & 0xc0) == 0x80) {
            // The cut must not split a character.
            end--;
        }
        String beginning = new String(bytes, 0, end, StandardCharsets.UTF_8);
        return of(String.format(Locale.ROOT, "%s\n... %d of %d bytes kept", beginning, end, bytes.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
