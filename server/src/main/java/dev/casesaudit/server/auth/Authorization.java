package dev.casesaudit.server.auth;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The signature that a request carries.
 *
 * @param signedHeaders the names of the signed headers, in lower case
 */
record Authorization(
        Credential credential,
        List<String> signedHeaders,
        String signature,
        SigningTime time,
        Optional<String> sessionToken) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final String SCHEME = "AWS4-";
    private static final String HEADER = "Authorization";

    /** Reads the signature from the Authorization header or the query string. */
    static Authorization of(ReceivedRequest request) {
        Optional<String> header = request.header(HEADER);
        boolean inQuery = request.query().first(AuthorizationQuery.ALGORITHM).isPresent();
        if (inQuery && header.isPresent()) {
            throw Refusals.invalidSignature(String.format(
                    Locale.ROOT,
                    "Found both '%s' as a query-string param and '%s' as HTTP header.",
                    AuthorizationQuery.ALGORITHM,
                    HEADER));
        }
        if (inQuery) {
            return AuthorizationQuery.read(request.query());
        }
        // AWS treats any other scheme as no signature.
        return AuthorizationHeader.read(
                header.filter(value -> value.startsWith(SCHEME)).orElseThrow(Refusals::missingToken), request);
    }

    static void requireAlgorithm(String name) {
        if (!name.equals(ALGORITHM)) {
            throw Refusals.incomplete(String.format(
                    Locale.ROOT, "Unsupported AWS 'algorithm': '%s' (only %s for now).", name, ALGORITHM));
        }
    }

    static List<String> names(String signedHeaders) {
        return List.of(signedHeaders.toLowerCase(Locale.ROOT).split(";", -1));
    }

    /** Refuses a signature that leaves out a header that an attacker could change. */
    void requireCovered(ReceivedRequest request) {
        if (!signedHeaders.contains("host")) {
            throw Refusals.invalidSignature(
                    "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
        List<String> unsigned = request.headers().names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("x-amz-") && !signedHeaders.contains(name))
                .sorted()
                .toList();
        if (!unsigned.isEmpty()) {
            throw Refusals.invalidSignature(String.format(
                    Locale.ROOT,
                    "There were headers present in the request which were not signed: %s",
                    String.join(", ", unsigned)));
        }
    }
}
