package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.NetUtil;
import io.quarkus.runtime.configuration.ConfigurationException;
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
 * Refuses requests that a page of another origin may have had a browser send: by its own origin, or, with DNS rebinding, to a host
 * name of its own.
 */
final class SameOriginCheck {

    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^:\\[\\]/@?#]+?)\\.?(?::[0-9]*)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?");
    private static final String LOCALHOST = "localhost";

    private final Set<String> hosts;
    private final Predicate<String> otherOrigins;

    /**
     * Makes one.
     *
     * @param hosts names by which the mock may be called, besides IP addresses and {@code localhost}
     * @param otherOrigins the origins whose pages may call it
     * @throws ConfigurationException if a host is not a name
     */
    SameOriginCheck(Collection<String> hosts, Predicate<String> otherOrigins) {
        this.hosts = hosts.stream()
                .map(String::strip)
                .map(SameOriginCheck::lowerCase)
                .collect(Collectors.toUnmodifiableSet());
        this.hosts.stream()
                .filter(host -> !NAME.matcher(host).matches())
                .findFirst()
                .ifPresent(host -> {
                    throw new ConfigurationException(String.format(
                            Locale.ROOT,
                            "cases.control.hosts: expected names of hosts, without scheme and port, got '%s'",
                            host));
                });
        this.otherOrigins = otherOrigins;
    }

    /** Refuses a request for data, or for a change. */
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

    /** Refuses a request for a page without data. Links of other sites may lead there. */
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

    // What a browser says where it does not say the origin. Programs do not say it.
    private static boolean isCrossSite(HttpServerRequest request) {
        return request.headers().getAll("sec-fetch-site").stream().anyMatch("cross-site"::equalsIgnoreCase);
    }

    private static ServiceException refused(String expected, String got, String remedy) {
        return new ServiceException(
                ErrorType.ACCESS_DENIED,
                String.format(
                        Locale.ROOT,
                        "Without a token, the control API of this mock answers %s only, got %s: set cases.control.token, or %s",
                        expected,
                        got,
                        remedy));
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
