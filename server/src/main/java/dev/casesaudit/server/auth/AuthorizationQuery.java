package dev.casesaudit.server.auth;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the signature from the query string, as in presigned URLs. */
final class AuthorizationQuery {

    /** The algorithm; a request with this parameter is presigned. */
    static final String ALGORITHM = "X-Amz-Algorithm";

    /** Not part of what is signed. */
    static final String SIGNATURE = "X-Amz-Signature";

    private static final String CREDENTIAL = "X-Amz-Credential";
    private static final String SIGNED_HEADERS = "X-Amz-SignedHeaders";
    private static final String DATE = "X-Amz-Date";

    private static final List<String> REQUIRED = List.of(CREDENTIAL, SIGNATURE, SIGNED_HEADERS, DATE);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final Duration LONGEST = Duration.ofDays(7);

    private AuthorizationQuery() {}

    static Authorization read(QueryString query) {
        requireAll(query);
        Authorization.requireAlgorithm(query.first(ALGORITHM).orElse(""));
        return new Authorization(
                Credential.of(query.first(CREDENTIAL).orElse("")),
                Authorization.names(query.first(SIGNED_HEADERS).orElse("")),
                query.first(SIGNATURE).orElse(""),
                SigningTime.ofBasic(query.first(DATE).orElse(""), lifetime(query)),
                query.first("X-Amz-Security-Token"));
    }

    private static void requireAll(QueryString query) {
        StringBuilder missing = new StringBuilder();
        for (String name : REQUIRED) {
            if (query.first(name).isEmpty()) {
                missing.append(String.format(Locale.ROOT, "AWS query-string parameters must include '%s'. ", name));
            }
        }
        if (!missing.isEmpty()) {
            throw Refusals.incomplete(missing + "Re-examine the query-string parameters.");
        }
    }

    private static Duration lifetime(QueryString query) {
        Optional<String> text = query.first("X-Amz-Expires");
        Duration lifetime = text.filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Integer.parseInt(value)))
                .orElse(text.isPresent() ? Duration.ZERO : SigningTime.SKEW);
        if (lifetime.isZero() || lifetime.compareTo(LONGEST) > 0) {
            throw Refusals.incomplete(String.format(
                    Locale.ROOT, "X-Amz-Expires must be a number of seconds from 1 to %d.", LONGEST.toSeconds()));
        }
        return lifetime;
    }
}
