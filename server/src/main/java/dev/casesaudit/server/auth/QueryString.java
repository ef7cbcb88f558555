package dev.casesaudit.server.auth;

import dev.casesaudit.server.error.ServiceException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A query string, decoded: each name with its values, in their order. */
record QueryString(Map<String, List<String>> parameters) {

    /**
     * Reads what follows the question mark.
     *
     * @throws ServiceException if it is not percent-encoded: no signer writes that
     */
    static QueryString of(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            // A name without a value is signed like one with an empty value; one without a name not at all.
            if (!name.isEmpty()) {
                parameters
                        .computeIfAbsent(name, first -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new QueryString(parameters);
    }

    /** Returns the first value under a name, if there is one that is not empty. */
    Optional<String> first(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isEmpty());
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusals.invalidSignature(Refusals.MISMATCH);
        }
    }
}
