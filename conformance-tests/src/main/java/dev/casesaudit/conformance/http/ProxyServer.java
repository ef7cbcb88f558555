package dev.casesaudit.conformance.http;

import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.text.Words;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxy of the requests. System properties of the JVM come first. Without one for the scheme, environment variables
 * count as in curl: lower case before upper case, and loopback uses the proxy unless {@code NO_PROXY} names it.
 *
 * @param credentials user and password for basic authentication, or an empty string
 * @param source the setting that names the proxy
 */
record ProxyServer(Kind kind, Authority address, String credentials, String source) {

    enum Kind {
        HTTP,
        HTTPS,
        SOCKS
    }

    private static final String EXPECTED =
            "the URL of a proxy, http, https or socks5, such as http://proxy.example:3128";

    /** Returns the proxy for an endpoint, if there is one. */
    static Optional<ProxyServer> of(URI endpoint, Map<String, String> environment) throws UnusableInput {
        String scheme = endpoint.getScheme();
        if (saysJvm(scheme)) {
            return ofJvm(endpoint, scheme);
        }
        for (String name : List.of(scheme + "_proxy", "all_proxy")) {
            Optional<String> variable = variable(name, environment);
            if (variable.isPresent()) {
                boolean direct = variable("no_proxy", environment)
                        .map(one -> environment.getOrDefault(one, ""))
                        .filter(hosts -> excludes(hosts, Authority.of(endpoint)))
                        .isPresent();
                return direct
                        ? Optional.empty()
                        : Optional.of(parse(variable.get(), environment.getOrDefault(variable.get(), "")));
            }
        }
        return Optional.empty();
    }

    boolean socks() {
        return kind == Kind.SOCKS;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s://%s (%s)", Words.label(kind), address, source);
    }

    private static boolean saysJvm(String scheme) {
        return Boolean.getBoolean("java.net.useSystemProxies")
                || List.of(scheme + ".proxyHost", "socksProxyHost").stream()
                        .anyMatch(name -> !System.getProperty(name, "").isEmpty());
    }

    private static Optional<ProxyServer> ofJvm(URI endpoint, String scheme) {
        Proxy proxy = ProxySelector.getDefault().select(endpoint).get(0);
        if (!(proxy.address() instanceof InetSocketAddress address)) {
            return Optional.empty();
        }
        boolean socks = proxy.type() == Proxy.Type.SOCKS;
        String user = System.getProperty(scheme + ".proxyUser", "");
        String credentials =
                socks || user.isEmpty() ? "" : user + ":" + System.getProperty(scheme + ".proxyPassword", "");
        return Optional.of(new ProxyServer(
                socks ? Kind.SOCKS : Kind.HTTP,
                new Authority(address.getHostString(), address.getPort()),
                credentials,
                socks ? "-DsocksProxyHost" : String.format(Locale.ROOT, "-D%s.proxyHost", scheme)));
    }

    // Lower case first, as in curl.
    private static Optional<String> variable(String name, Map<String, String> environment) {
        return List.of(name, name.toUpperCase(Locale.ROOT)).stream()
                .filter(one -> !environment.getOrDefault(one, "").isBlank())
                .findFirst();
    }

    private static ProxyServer parse(String variable, String value) throws UnusableInput {
        String text = value.strip();
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            Kind kind = scheme.startsWith("socks") ? Kind.SOCKS : Kind.valueOf(scheme.toUpperCase(Locale.ROOT));
            Authority address = Authority.of(new URI(scheme, uri.getRawAuthority(), null, null, null));
            String user = uri.getRawAuthority().contains("@")
                    ? uri.getRawAuthority().substring(0, uri.getRawAuthority().lastIndexOf('@'))
                    : "";
            if (kind == Kind.SOCKS && !user.isEmpty()) {
                throw unusable(variable, "a SOCKS proxy without credentials");
            }
            boolean portNamed = uri.getRawAuthority().matches(".*:\\d+");
            int port = kind == Kind.SOCKS && !portNamed ? 1080 : address.port();
            String decoded = URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
            return new ProxyServer(kind, new Authority(address.host(), port), decoded, variable);
        } catch (URISyntaxException | RuntimeException e) {
            throw unusable(variable, EXPECTED);
        }
    }

    // The value may hold a password.
    private static UnusableInput unusable(String variable, String expected) {
        return UnusableInput.of("the variable " + variable, expected, "another value");
    }

    /** Returns the headers for the authentication at an HTTP proxy. */
    List<Header> headers() {
        if (credentials.isEmpty()) {
            return List.of();
        }
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return List.of(new Header("proxy-authorization", "Basic " + encoded));
    }

    // Domains with their subdomains, addresses, and networks; * for all hosts.
    private static boolean excludes(String hosts, Authority target) {
        for (String entry : hosts.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
            String name = entry.replaceFirst("^\\*?\\.", "").replaceFirst("\\.$", "");
            if (entry.equals("*")
                    || target.toString().equalsIgnoreCase(name)
                    || (!name.isEmpty()
                            && matches(
                                    name.replaceAll("[\\[\\]]", ""),
                                    target.host().toLowerCase(Locale.ROOT)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String name, String host) {
        return host.equals(name)
                || (!isAddress(host) && host.endsWith("." + name))
                || (isAddress(host) && name.contains("/") && inNetwork(host, name.split("/", 2)));
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[\\d.]+");
    }

    private static boolean inNetwork(String host, String[] network) {
        if (!isAddress(network[0]) || !network[1].matches("\\d{1,3}")) {
            return false;
        }
        try {
            byte[] address = InetAddress.getByName(host).getAddress();
            byte[] base = InetAddress.getByName(network[0]).getAddress();
            int rest = Math.max(0, address.length * 8 - Integer.parseInt(network[1]));
            return address.length == base.length
                    && new BigInteger(1, address).shiftRight(rest).equals(new BigInteger(1, base).shiftRight(rest));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
