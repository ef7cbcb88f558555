package dev.casesaudit.server.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: the conversions of the JDK replace malformed input, which could make two inputs equal. */
public final class Utf8 {

    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /**
     * Decodes UTF-8.
     *
     * @throws IllegalArgumentException if the bytes are not UTF-8
     */
    public static String decode(byte[] bytes) {
        // The fast conversion is correct unless it replaced something.
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
            throw new IllegalArgumentException("the bytes are not UTF-8", e);
        }
    }

    /** Returns the length as the contract counts it. */
    public static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether the text can be encoded: it has no unpaired surrogate. */
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

    /** Returns how many bytes of memory the characters of a string take up: one each, if all are Latin-1. */
    public static long memory(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return 2L * text.length();
            }
        }
        return text.length();
    }
}
