package dev.casesaudit.server.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 without mercy: Java's own conversions replace what is malformed, which would let two inputs become one. */
public final class Utf8 {

    private Utf8() {}

    /**
     * Returns the text.
     *
     * @throws IllegalArgumentException if the bytes are not UTF-8
     */
    public static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the bytes are not UTF-8", e);
        }
    }

    /** The same for a file, which may begin with a byte order mark. */
    static String decodeDocument(byte[] bytes) {
        String text = decode(bytes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The length as the contract counts it. */
    public static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether the text can be written as UTF-8: it has no half of a surrogate pair. */
    public static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
