package dev.casesaudit.conformance.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host and port of a URL. Unlike {@link URI#getHost}, it supports hosts with an underscore, as in compose files.
 *
 * @param host an IPv6 address without its brackets
 */
public record Authority(String host, int port) {

    private static final Pattern FORM =
            Pattern.compile("(?:.*@)?(?:\\[(?<v6>[^\\]]+)]|(?<name>[^:]+))(?::(?<port>\\d+))?");

    /** Returns the host and the port of a URL, or the default port of its scheme. */
    public static Authority of(URI uri) {
        Matcher form = FORM.matcher(uri.getRawAuthority());
        if (!form.matches()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "'%s' names no host", uri));
        }
        String host = form.group("v6") == null ? form.group("name") : form.group("v6");
        int usual = uri.getScheme().equals("https") ? 443 : 80;
        return new Authority(host, form.group("port") == null ? usual : Integer.parseInt(form.group("port")));
    }

    /** Returns the host as in URLs and headers. */
    public String hostInUrl() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    @Override
    public String toString() {
        return hostInUrl() + ":" + port;
    }
}
