package dev.casesaudit.server.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The canonical request of Signature Version 4: the signed parts of a request in the one form that client and service
 * both compute.
 *
 * <p>The headers are those that the client listed. SDKs differ in which they sign: one signs the user agent, another
 * only the host and the date.
 */
final class CanonicalRequest {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final String UNRESERVED = "-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private CanonicalRequest() {}

    /**
     * Returns the canonical request, one character a byte.
     *
     * @param payloadHash the SHA-256 of the body in hexadecimal
     */
    static String of(ReceivedRequest request, Collection<String> signedHeaders, String payloadHash) {
        Collection<String> names = new TreeSet<>(signedHeaders);
        return String.join(
                "\n",
                request.method(),
                path(request.path()),
                query(request.query()),
                names.stream().map(name -> header(name, request) + "\n").collect(Collectors.joining()),
                String.join(";", names),
                payloadHash);
    }

    // The path without dots and empty segments, percent-encoded once more than it was sent.
    private static String path(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(encode(segment.getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
        String end = path.endsWith("/") && !segments.isEmpty() ? "/" : "";
        return "/" + String.join("/", segments) + end;
    }

    private static String query(QueryString query) {
        Map<String, List<String>> sorted = new TreeMap<>();
        query.parameters().forEach((name, values) -> {
            if (!name.equals(AuthorizationQuery.SIGNATURE)) {
                sorted.put(
                        encode(name),
                        values.stream().map(CanonicalRequest::encode).sorted().toList());
            }
        });
        List<String> pairs = new ArrayList<>();
        sorted.forEach((name, values) -> values.forEach(value -> pairs.add(name + "=" + value)));
        return String.join("&", pairs);
    }

    // AWS reads a header that is listed and was not sent as an empty one.
    private static String header(String name, ReceivedRequest request) {
        return request.headerValues(name).stream()
                .map(value -> WHITE_SPACE.matcher(value.trim()).replaceAll(" "))
                .collect(Collectors.joining(",", name + ":", ""));
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : bytes) {
            char c = (char) (one & 0xFF);
            if (isUnreserved(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(one));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0;
    }
}
