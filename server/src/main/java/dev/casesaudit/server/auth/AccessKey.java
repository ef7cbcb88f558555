package dev.casesaudit.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An access key whose signatures are accepted.
 *
 * @param name the name that the operator gave it
 * @param domains every domain when absent
 */
record AccessKey(
        String name,
        String id,
        String secret,
        Optional<String> sessionToken,
        Optional<Instant> expires,
        Optional<List<String>> domains) {

    /**
     * Refuses a session token that does not belong to the key. A token is also refused where the key has none, as AWS
     * does: accepting it would hide a stale one.
     */
    void requireToken(Optional<String> sent) {
        if (!isEqual(sessionToken.orElse(""), sent.orElse(""))) {
            throw Refusals.unrecognized();
        }
    }

    void requireUnexpired(Instant now) {
        if (expires.filter(end -> !now.isBefore(end)).isPresent()) {
            throw Refusals.expiredToken();
        }
    }

    void requireAllowed(String operation, String domainId, String region) {
        if (domains.filter(allowed -> !allowed.contains(domainId)).isPresent()) {
            throw Refusals.accessDenied(name, region, operation, domainId);
        }
    }

    /** Compares in constant time. */
    static boolean isEqual(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }

    // The default toString of a record would print the secret.
    @Override
    public String toString() {
        return "key " + name;
    }
}
