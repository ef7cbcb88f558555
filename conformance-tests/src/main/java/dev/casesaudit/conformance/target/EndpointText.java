package dev.casesaudit.conformance.target;

import dev.casesaudit.conformance.http.Authority;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses endpoints of profiles and options. */
final class EndpointText {

    static final String EXPECTED = "an absolute http or https URL without user, query and fragment";

    private static final String REGION = "{region}";
    private static final int LARGEST_PORT = 65_535;

    // Host names with underscores are common in compose files.
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[\\w.~-]+|\\[[\\p{XDigit}:.]+])(?::\\d{0,5})?", Pattern.UNICODE_CHARACTER_CLASS);

    private EndpointText() {}

    static boolean needsRegion(String text) {
        return text.contains(REGION);
    }

    /** Returns the endpoint in a region. */
    static Optional<URI> parse(String text, String region) {
        try {
            URI uri = new URI(text.strip().replace(REGION, region));
            return usable(uri) ? Optional.of(normal(uri)) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean usable(URI uri) throws URISyntaxException {
        if (uri.getScheme() == null
                || !uri.getScheme().toLowerCase(Locale.ROOT).matches("https?")
                || uri.getRawAuthority() == null
                || !AUTHORITY.matcher(uri.getRawAuthority()).matches()
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            return false;
        }
        int port = Authority.of(normal(uri)).port();
        return port > 0 && port <= LARGEST_PORT;
    }

    // The path of each request starts with a slash.
    private static URI normal(URI uri) throws URISyntaxException {
        String authority = uri.getRawAuthority().replaceFirst(":$", "");
        return new URI(String.format(
                Locale.ROOT,
                "%s://%s%s",
                uri.getScheme().toLowerCase(Locale.ROOT),
                authority.startsWith("[") ? authority : IDN.toASCII(authority),
                uri.getRawPath().replaceFirst("/+$", "")));
    }
}
