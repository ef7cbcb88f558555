package dev.casesaudit.server.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 without mercy: Java's own conversions replace what is malformed, which would let two inputs become one. */
public final class Utf8 {

    /** What is said where bytes are not UTF-8. */
    static final String MALFORMED = "the bytes are not UTF-8";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /**
     * Returns the text.
     *
     * @throws IllegalArgumentException if the bytes are not UTF-8
     */
    public static String decode(byte[] bytes) {
        // The quick conversion is right, unless it put something in the place of something else.
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(bytes);
    }

    private static String decodeStrictly(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(MALFORMED, e);
        }
    }

    /**
     * Reads the text of a file, which may begin with a byte order mark. Where the bytes are not UTF-8, reading fails with a
     * {@link CharacterCodingException}.
     */
    static Reader reader(InputStream file) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(
                file,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        int first = reader.read();
        if (first != BYTE_ORDER_MARK && first != -1) {
            reader.unread(first);
        }
        return reader;
    }

    /** The length as the contract counts it. */
    public static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether the text can be written as UTF-8: it has no half of a surrogate pair. */
    public static boolean isEncodable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (Character.isHighSurrogate(one)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(one)) {
                return false;
            }
        }
        return true;
    }
}
