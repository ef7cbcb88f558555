package dev.casesaudit.server.auth;

import dev.casesaudit.server.error.ServiceException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A decoded query string: each name with its values, in their order. */
record QueryString(Map<String, List<String>> parameters) {

    /**
     * Reads the part of a target after the question mark.
     *
     * @throws ServiceException if it is not percent-encoded, which no signer writes
     */
    static QueryString of(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            // A name without a value is signed like one with an empty value; a value without a name is not signed.
            if (!name.isEmpty()) {
                parameters
                        .computeIfAbsent(name, first -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new QueryString(parameters);
    }

    /** Returns the first value of a name; empty if the name is missing or its value is empty. */
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
