package dev.casesaudit.conformance.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A request as a check wants it sent. Nothing is added to it but what HTTP itself needs (host, length) and, where the target
 * wants one, a signature.
 *
 * @param target path and query, already encoded, without the endpoint's own path
 * @param retried whether a 429 is retried; not where throttling is what is looked at
 * @param identity who signs it
 * @param raw whether it must go through a socket of its own, since no HTTP client would send it
 */
public record Request(
        String method,
        String target,
        List<Header> headers,
        Content body,
        boolean retried,
        Identity identity,
        boolean raw) {

    /** The bytes that stand in a path as they are; all others are encoded. */
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Who signs a request. */
    public enum Identity {
        /** Whoever the target profile says, or nobody. */
        PROFILE,
        /** Nobody, whatever the profile says. */
        NOBODY,
        /** The profile's access key with a secret that is not its own. */
        WRONG_SECRET,
        /** An access key that nobody was given. */
        UNKNOWN_KEY
    }

    public Request {
        headers = List.copyOf(headers);
    }

    /** Asks for the audit history of a case, with no body and no header. */
    public static Request auditHistory(String domainId, String caseId) {
        return to(
                "POST",
                String.format(Locale.ROOT, "/domains/%s/cases/%s/audit-history", encoded(domainId), encoded(caseId)));
    }

    public static Request to(String method, String target) {
        return new Request(method, target, List.of(), Content.NONE, true, Identity.PROFILE, false);
    }

    /** Adds a body and says that it is JSON. */
    public Request json(String body) {
        return body(Content.of(body)).header("content-type", "application/json");
    }

    /** Adds a body without saying what it is. */
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

    /** Sends it through a socket of its own, byte for byte. */
    public Request throughSocket() {
        return new Request(method, target, headers, body, retried, identity, true);
    }

    /** Encodes a label so that all of it stays within its place in the path. */
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
