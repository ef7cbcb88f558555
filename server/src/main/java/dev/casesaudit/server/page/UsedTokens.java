package dev.casesaudit.server.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tokens that were used, and by which call. Remembers only the latest, so that it cannot grow without end. */
final class UsedTokens {

    private final Map<Long, Optional<UUID>> callOfNonce;

    /** Remembers so many. */
    UsedTokens(int most) {
        callOfNonce = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Optional<UUID>> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * Uses a token up.
     *
     * @param invocationId what the retries of a call have in common; a call without one has no retries
     * @return whether it was free, or used by this same call
     */
    synchronized boolean use(long nonce, Optional<String> invocationId) {
        // A digest, since a client may send an id of any length.
        Optional<UUID> call = invocationId.map(id -> UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)));
        Optional<UUID> earlier = callOfNonce.putIfAbsent(nonce, call);
        return earlier == null || (call.isPresent() && call.equals(earlier));
    }
}
