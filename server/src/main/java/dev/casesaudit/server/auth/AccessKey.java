package dev.casesaudit.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pair of keys that may call.
 *
 * @param name what the operator calls it
 * @param domains all when absent
 */
record AccessKey(
        String name,
        String id,
        String secret,
        Optional<String> sessionToken,
        Optional<Instant> expires,
        Optional<List<String>> domains) {

    /** Refuses a session token that is not the key's, one too many too, as AWS does: it would hide a stale one. */
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

    void requireAllowed(String domainId, String region) {
        if (domains.filter(allowed -> !allowed.contains(domainId)).isPresent()) {
            throw Refusals.accessDenied(name, region, domainId);
        }
    }

    /** Compares in a time that tells nothing of where the difference is. */
    static boolean isEqual(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }

    // The one of a record would print the secret.
    @Override
    public String toString() {
        return "key " + name;
    }
}
