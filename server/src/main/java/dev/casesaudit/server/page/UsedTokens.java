package dev.casesaudit.server.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The used tokens with the calls that used them. Keeps only the latest, so that its memory is bounded. */
final class UsedTokens {

    private final Map<Long, Optional<UUID>> callOfNonce;

    UsedTokens(int most) {
        callOfNonce = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Optional<UUID>> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * Marks a token as used.
     *
     * @param invocationId the same for all attempts of a call; a call without one has no retries
     * @return whether the token was unused, or used by this call
     */
    synchronized boolean use(long nonce, Optional<String> invocationId) {
        // A digest, since a client may send an id of any length.
        Optional<UUID> call = invocationId.map(id -> UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)));
        Optional<UUID> earlier = callOfNonce.putIfAbsent(nonce, call);
        return earlier == null || (call.isPresent() && call.equals(earlier));
    }
}
