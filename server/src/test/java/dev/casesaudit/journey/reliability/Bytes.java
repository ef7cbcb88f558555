package dev.casesaudit.journey.reliability;

import java.nio.charset.StandardCharsets;

/** Bytes that stand in strings, one a character. */
final class Bytes {

    private Bytes() {}

    static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The bytes that a text is sent as. */
    static String ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] toSend(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Decodes the bytes as UTF-8. */
    static String text(String bytes) {
        return new String(toSend(bytes), StandardCharsets.UTF_8);
    }
}
