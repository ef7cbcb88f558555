package dev.casesaudit.conformance.target;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** How a profile or an option writes an endpoint. */
final class EndpointText {

    static final String EXPECTED = "an absolute http or https URL without user, query and fragment";

    private static final String REGION = "{region}";
    private static final int LARGEST_PORT = 65_535;

    private EndpointText() {}

    static boolean needsRegion(String text) {
        return text.contains(REGION);
    }

    /** Returns the endpoint in a region, or empty where the text is none. */
    static Optional<URI> parse(String text, String region) {
        try {
            URI uri = new URI(text.replace(REGION, region));
            return usable(uri) ? Optional.of(new URI(normal(uri))) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean usable(URI uri) {
        return uri.getScheme() != null
                && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?")
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= LARGEST_PORT;
    }

    // Without a slash at the end, since the path of each request begins with one.
    private static String normal(URI uri) {
        return "%s://%s%s"
                .formatted(
                        uri.getScheme().toLowerCase(Locale.ROOT),
                        uri.getRawAuthority(),
                        uri.getRawPath().replaceFirst("/+$", ""));
    }
}
