package dev.casesaudit.server.auth;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

final class AccessKeys {

    private final Map<String, AccessKey> byId;

    /** @param keys no two of them with the same id */
    AccessKeys(Collection<AccessKey> keys) {
        byId = keys.stream().collect(Collectors.toUnmodifiableMap(AccessKey::id, Function.identity()));
    }

    Optional<AccessKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
