package dev.casesaudit.conformance.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A request. The kit only adds the headers that HTTP needs (host and length) and the signature.
 *
 * @param target the encoded path and query, without the path of the endpoint
 * @param retried whether a 429 is retried; false in checks of throttling
 * @param identity the signer
 * @param raw whether the request needs a socket, since no HTTP client would send it
 */
public record Request(
        String method,
        String target,
        List<Header> headers,
        Content body,
        boolean retried,
        Identity identity,
        boolean raw) {

    /** The bytes of a path that are not encoded. */
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** The signer of a request. */
    public enum Identity {
        /** The identity of the profile, or none. */
        PROFILE,
        /** No signature, whatever the profile says. */
        NOBODY,
        /** The access key of the profile with a wrong secret. */
        WRONG_SECRET,
        /** An access key that does not exist. */
        UNKNOWN_KEY
    }

    public Request {
        headers = List.copyOf(headers);
    }

    /** Returns a request for the history of a case, without a body and headers. */
    public static Request auditHistory(String domainId, String caseId) {
        return to(
                "POST",
                String.format(Locale.ROOT, "/domains/%s/cases/%s/audit-history", encoded(domainId), encoded(caseId)));
    }

    public static Request to(String method, String target) {
        return new Request(method, target, List.of(), Content.NONE, true, Identity.PROFILE, false);
    }

    /** Adds a body with the content type of JSON. */
    public Request json(String body) {
        return body(Content.of(body)).header("content-type", "application/json");
    }

    /** Adds a body without a content type. */
    public Request body(Content content) {
        return new Request(method, target, headers, content, retried, identity, raw);
    }

    public Request header(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Request(method, target, more, body, retried, identity, raw);
    }

    public Request method(String other) {
        return new Request(other, target, headers, body, retried, identity, raw);
    }

    public Request target(String other) {
        return new Request(method, other, headers, body, retried, identity, raw);
    }

    public Request notRetried() {
        return new Request(method, target, headers, body, false, identity, raw);
    }

    public Request as(Identity other) {
        return new Request(method, target, headers, body, retried, other, raw);
    }

    /** Sends the request through a socket, byte for byte. */
    public Request throughSocket() {
        return new Request(method, target, headers, body, retried, identity, true);
    }

    /**
     * Returns the bytes of the request on a connection of its own.
     *
     * @param requestTarget the target in the request line
     * @param further headers that the route requires
     */
    public byte[] bytes(String requestTarget, String host, List<Header> further) {
        List<Header> all = new ArrayList<>();
        if (headers.stream().noneMatch(header -> header.is("host"))) {
            all.add(new Header("host", host));
        }
        if (headers.stream().noneMatch(header -> header.is("content-length") || header.is("transfer-encoding"))) {
            all.add(new Header("content-length", Integer.toString(body.size())));
        }
        all.addAll(headers);
        all.addAll(further);
        all.add(new Header("connection", "close"));
        StringBuilder head = new StringBuilder(method + " " + requestTarget + " HTTP/1.1\r\n");
        all.forEach(header -> head.append(header.name() + ": " + header.value() + "\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body.bytes());
        return bytes.toByteArray();
    }

    /** Percent-encodes a label of a path. */
    public static String encoded(String label) {
        StringBuilder path = new StringBuilder();
        for (byte one : label.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(one) >= 0) {
                path.append((char) one);
            } else {
                path.append('%').append(HEX.toHexDigits(one));
            }
        }
        return path.toString();
    }
}
