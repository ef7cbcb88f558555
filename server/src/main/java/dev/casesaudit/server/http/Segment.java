package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.json.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Decodes and encodes one segment of a path. */
final class Segment {

    private Segment() {}

    /** Whether JAX-RS decodes a segment as the contract does. */
    static boolean isPlain(String segment) {
        // A loop, because this runs for every request.
        for (int i = 0; i < segment.length(); i++) {
            if (!isPlain(segment.charAt(i))) {
                return false;
            }
        }
        return !segment.isEmpty();
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /**
     * Decodes a segment of a request line.
     *
     * @throws ServiceException a SerializationException, if it is not percent-encoded UTF-8
     */
    static String decode(String segment) {
        return decode(segment, "path");
    }

    /**
     * Decodes a value in a query.
     *
     * @throws ServiceException a SerializationException, if it is not percent-encoded UTF-8
     */
    static String decodeParameter(String value) {
        return decode(value, "query");
    }

    private static String decode(String segment, String part) {
        if (isPlain(segment)) {
            return segment;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '%') {
                bytes.write(hex(segment, i + 1, part) << 4 | hex(segment, i + 2, part));
                i += 2;
            } else {
                // A client that does not encode sends bytes, and the HTTP library passes each on as one character.
                bytes.write(c);
            }
        }
        try {
            return Utf8.decode(bytes.toByteArray());
        } catch (IllegalArgumentException e) {
            throw malformed(segment, part);
        }
    }

    private static int hex(String segment, int index, String part) {
        if (index >= segment.length() || !HexFormat.isHexDigit(segment.charAt(index))) {
            throw malformed(segment, part);
        }
        return HexFormat.fromHexDigit(segment.charAt(index));
    }

    private static ServiceException malformed(String segment, String part) {
        return new ServiceException(
                ErrorType.SERIALIZATION,
                String.format(
                        Locale.ROOT,
                        "The %s is not well-formed: expected percent-encoded UTF-8, got '%s'",
                        part,
                        segment));
    }

    /** Returns a segment that every library decodes to this text. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 3);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
        return encoded.toString();
    }
}
