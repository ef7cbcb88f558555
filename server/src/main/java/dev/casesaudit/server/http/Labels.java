package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.json.Utf8;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the path of a request names, percent-decoded exactly.
 *
 * <p>JAX-RS cannot be left alone with such paths: it drops what follows a {@code ;}, resolves {@code .} and {@code ..} also
 * where they are percent-encoded, and replaces bytes that are not UTF-8.
 *
 * @param plain whether the path is one that JAX-RS reads the same way
 */
record Labels(String domainId, String caseId, boolean plain) {

    private static final String KEY = Labels.class.getName();
    private static final int DOMAIN = 2;
    private static final int CASE = 4;

    /**
     * Reads a path.
     *
     * @param path as it stands in the request line, without the query
     * @return nothing if the path is not that of the operation
     * @throws ServiceException a SerializationException, if a label is not percent-encoded UTF-8
     */
    static Optional<Labels> of(String path) {
        String[] segments = (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1);
        boolean matches = segments.length == 6
                && segments[0].isEmpty()
                && segments[1].equals("domains")
                && segments[3].equals("cases")
                && segments[5].equals("audit-history");
        if (!matches) {
            return Optional.empty();
        }
        boolean plain = !path.endsWith("/") && isPlain(segments[DOMAIN]) && isPlain(segments[CASE]);
        return Optional.of(new Labels(decode(segments[DOMAIN]), decode(segments[CASE]), plain));
    }

    /** What was attached to a request that the gate let through. */
    static Optional<Labels> of(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }

    void attachTo(RoutingContext context) {
        context.put(KEY, this);
    }

    /** The same path, with nothing in it that JAX-RS would read in its own way. */
    String canonicalPath() {
        return "/domains/%s/cases/%s/audit-history".formatted(encode(domainId), encode(caseId));
    }

    private static boolean isPlain(String segment) {
        return !segment.isEmpty() && segment.chars().allMatch(Labels::isPlain);
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static String decode(String segment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '%') {
                bytes.write(hex(segment, i + 1) << 4 | hex(segment, i + 2));
                i += 2;
            } else {
                // A client that does not encode sends bytes, and HTTP hands each of them on as one character.
                bytes.write(c);
            }
        }
        try {
            return Utf8.decode(bytes.toByteArray());
        } catch (IllegalArgumentException e) {
            throw malformed(segment);
        }
    }

    private static int hex(String segment, int index) {
        int digit = index < segment.length() ? Character.digit(segment.charAt(index), 16) : -1;
        if (digit < 0) {
            throw malformed(segment);
        }
        return digit;
    }

    private static ServiceException malformed(String segment) {
        return new ServiceException(
                ErrorType.SERIALIZATION,
                "The path is not well-formed: expected percent-encoded UTF-8, got '%s'".formatted(segment));
    }

    private static String encode(String label) {
        StringBuilder encoded = new StringBuilder(label.length() * 3);
        for (byte b : label.getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
        return encoded.toString();
    }
}
