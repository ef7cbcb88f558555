package dev.casesaudit.server.auth;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the signature from the headers, as SDKs send it: everything in one header but the date and the session token.
 */
final class AuthorizationHeader {

    private static final String DATE = "X-Amz-Date";

    private AuthorizationHeader() {}

    /** Reads {@code AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…}, in any order and with any spaces. */
    static Authorization read(String header, ReceivedRequest request) {
        String[] parts = header.strip().split("[,\\s]+");
        Map<String, String> parameters = parameters(parts);
        Optional<String> date = request.header(DATE).or(() -> request.header("Date"));
        requireAll(parameters, date.isPresent());
        Authorization.requireAlgorithm(parts[0]);
        return new Authorization(
                Credential.of(parameters.getOrDefault("Credential", "")),
                Authorization.names(parameters.getOrDefault("SignedHeaders", "")),
                parameters.getOrDefault("Signature", ""),
                time(request),
                request.header("X-Amz-Security-Token").filter(token -> !token.isEmpty()));
    }

    private static Map<String, String> parameters(String[] parts) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals < 0) {
                throw Refusals.incomplete(String.format(
                        Locale.ROOT,
                        "Part %d is not a valid key=value pair (missing equal-sign) in Authorization header.",
                        i));
            }
            parameters.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
        }
        return parameters;
    }

    private static void requireAll(Map<String, String> parameters, boolean hasDate) {
        StringBuilder missing = new StringBuilder();
        for (String name : new String[] {"Credential", "Signature", "SignedHeaders"}) {
            if (parameters.getOrDefault(name, "").isEmpty()) {
                missing.append(String.format(Locale.ROOT, "Authorization header requires '%s' parameter. ", name));
            }
        }
        if (!hasDate) {
            missing.append("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
        }
        if (!missing.isEmpty()) {
            throw Refusals.incomplete(missing.toString().strip());
        }
    }

    private static SigningTime time(ReceivedRequest request) {
        return request.header(DATE)
                .map(date -> SigningTime.ofBasic(date, SigningTime.SKEW))
                .orElseGet(() -> SigningTime.ofDateHeader(request.header("Date").orElse(""), SigningTime.SKEW));
    }
}
