package dev.casesaudit.server.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The scope of a signature: the access key, and what the signature is valid for.
 *
 * @param day in UTC, such as {@code 20261231}
 */
record Credential(String accessKeyId, String day, String region, String service, String terminator) {

    /** The signing name of the service. */
    static final String SERVICE = "cases";

    private static final String TERMINATOR = "aws4_request";

    /** Reads {@code keyid/date/region/service/aws4_request}. */
    static Credential of(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 5) {
            throw Refusals.incomplete(String.format(
                    Locale.ROOT,
                    "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got %d",
                    parts.length));
        }
        return new Credential(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    /** Refuses a scope of another service, day or region. */
    void requireScope(Optional<String> wantedRegion, SigningTime time) {
        List<String> wrong = new ArrayList<>();
        if (region.isEmpty()
                || wantedRegion.filter(wanted -> !wanted.equals(region)).isPresent()) {
            wrong.add(String.format(Locale.ROOT, "Credential should be scoped to a valid region, not '%s'.", region));
        }
        if (!service.equals(SERVICE)) {
            wrong.add(String.format(Locale.ROOT, "Credential should be scoped to correct service: '%s'.", SERVICE));
        }
        if (!terminator.equals(TERMINATOR)) {
            wrong.add(String.format(
                    Locale.ROOT,
                    "Credential should be scoped with a valid terminator: '%s', not '%s'.",
                    TERMINATOR,
                    terminator));
        }
        if (!day.equals(time.day())) {
            wrong.add(String.format(
                    Locale.ROOT,
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '%s' != '%s', from '%s'.",
                    day,
                    time.day(),
                    time));
        }
        if (!wrong.isEmpty()) {
            throw Refusals.invalidSignature(String.join(" ", wrong));
        }
    }
}
