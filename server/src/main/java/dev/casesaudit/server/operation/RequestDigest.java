package dev.casesaudit.server.operation;

import dev.casesaudit.server.audit.ClientToken;
import dev.casesaudit.server.json.WireJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells requests with one client token apart. */
final class RequestDigest {

    private static final String TOKEN = "clientToken";

    private RequestDigest() {}

    /**
     * Returns the client token of a request; empty for none, or an empty one.
     *
     * @param input the whole input; the order of members does not count
     */
    static Optional<ClientToken> clientToken(@Nullable String token, Map<String, Object> input) {
        return token == null || token.isEmpty() ? Optional.empty() : Optional.of(new ClientToken(token, digest(input)));
    }

    private static String digest(Map<String, Object> input) {
        TreeMap<String, Object> others = new TreeMap<>(input);
        others.remove(TOKEN);
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(WireJson.encode(sorted(others))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, Object> members = new TreeMap<>();
            map.forEach((name, member) -> members.put(String.valueOf(name), sorted(member)));
            return members;
        }
        return value instanceof List<?> list
                ? list.stream().map(RequestDigest::sorted).toList()
                : value;
    }
}
