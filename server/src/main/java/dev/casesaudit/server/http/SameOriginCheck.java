package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Refuses requests that a page of another origin may have made a browser send: directly, or by DNS rebinding under a
 * host name of its own.
 */
final class SameOriginCheck {

    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^:\\[\\]/@?#]+?)\\.?(?::[0-9]*)?");
    private static final String LOCALHOST = "localhost";

    private final Set<String> hosts;
    private final Predicate<String> otherOrigins;

    /**
     * @param hosts names of the mock besides IP addresses and {@code localhost}
     * @param otherOrigins the origins whose pages may call it
     */
    SameOriginCheck(Collection<String> hosts, Predicate<String> otherOrigins) {
        this.hosts = hosts.stream()
                .map(String::strip)
                .map(SameOriginCheck::lowerCase)
                .collect(Collectors.toUnmodifiableSet());
        this.otherOrigins = otherOrigins;
    }

    /** Refuses a request that reads or changes data. */
    void require(HttpServerRequest request) {
        requireHost(request);
        String origin = request.headers().getAll(HttpHeaderNames.ORIGIN).stream()
                .filter(one -> !CrossOrigin.isSame(request, one) && !otherOrigins.test(one))
                .findFirst()
                .orElse(null);
        boolean hasOrigin = request.headers().contains(HttpHeaderNames.ORIGIN);
        if (origin != null || (!hasOrigin && isCrossSite(request))) {
            throw refused(
                    "pages of its own origin",
                    origin == null ? "a request of another site" : "'" + origin + "'",
                    "add the origin to quarkus.http.cors.origins");
        }
    }

    /** Refuses a request for a page without data. Links on other sites may lead there. */
    void requirePage(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            requireHost(request);
        } else {
            require(request);
        }
    }

    private void requireHost(HttpServerRequest request) {
        String host =
                Optional.ofNullable(request.getHeader(HttpHeaderNames.HOST)).orElse("");
        if (!isAllowed(host)) {
            throw refused(
                    "hosts that are an IP address or localhost",
                    "'" + host + "'",
                    "add the host to cases.control.hosts");
        }
    }

    private boolean isAllowed(String host) {
        Matcher parts = HOST.matcher(host);
        if (!parts.matches()) {
            return false;
        }
        String name = lowerCase(parts.group(1));
        return name.equals(LOCALHOST)
                || name.endsWith('.' + LOCALHOST)
                || NetUtil.isValidIpV4Address(name)
                || NetUtil.isValidIpV6Address(name)
                || hosts.contains(name);
    }

    // Browsers send this header where they omit the origin. Other programs do not send it.
    private static boolean isCrossSite(HttpServerRequest request) {
        return request.headers().getAll("sec-fetch-site").stream().anyMatch("cross-site"::equalsIgnoreCase);
    }

    private static ServiceException refused(String expected, String got, String remedy) {
        return new ServiceException(
                ErrorType.ACCESS_DENIED,
                String.format(
                        Locale.ROOT,
                        "Without a token, the control API accepts requests for %s only, got %s: set cases.control.token, or %s",
                        expected,
                        got,
                        remedy));
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
