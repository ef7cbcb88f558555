package dev.casesaudit.conformance.http;

import dev.casesaudit.conformance.input.UnusableInput;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The route of all requests of a run: direct or by a proxy, with or without TLS. */
public final class Connector {

    private final URI endpoint;
    private final Authority target;
    private final Optional<ProxyServer> proxy;
    private final Optional<SSLSocketFactory> tls;

    private Connector(URI endpoint, Optional<ProxyServer> proxy, Optional<SSLSocketFactory> tls) {
        this.endpoint = endpoint;
        this.target = Authority.of(endpoint);
        this.proxy = proxy;
        this.tls = tls;
    }

    /**
     * Returns the route to an endpoint.
     *
     * @param environment variables, which may name proxies and certificates
     * @throws UnusableInput if a variable cannot be used
     */
    public static Connector to(URI endpoint, Map<String, String> environment) throws UnusableInput {
        Optional<ProxyServer> proxy = ProxyServer.of(endpoint, environment);
        boolean secure = endpoint.getScheme().equals("https")
                || proxy.filter(one -> one.kind() == ProxyServer.Kind.HTTPS).isPresent();
        // Without TLS, the bundle may be missing.
        return new Connector(endpoint, proxy, Trust.of(secure ? environment : Map.of()));
    }

    /** Returns the proxy and the setting that names it, such as {@code http://proxy:3128 (HTTP_PROXY)}. */
    public Optional<String> proxy() {
        return proxy.map(ProxyServer::toString);
    }

    /** Opens a connection to the target. */
    Socket connect(Deadline deadline) throws IOException {
        Socket socket = proxy.isEmpty() ? opened(target, Proxy.NO_PROXY, deadline) : byProxy(proxy.get(), deadline);
        try {
            return endpoint.getScheme().equals("https") ? secured(socket, target) : socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Returns the target of a request line. A forwarding proxy needs the whole URL. */
    String requestTarget(Request request) {
        String path = endpoint.getRawPath() + request.target();
        return forwarded() ? String.format(Locale.ROOT, "%s://%s%s", endpoint.getScheme(), host(), path) : path;
    }

    /** Returns the headers for a forwarding proxy. */
    List<Header> proxyHeaders() {
        return forwarded() ? proxy.orElseThrow().headers() : List.of();
    }

    /** Returns the credentials of the proxy: user with password, and password. */
    List<String> credentials() {
        return proxy.map(ProxyServer::credentials)
                .filter(one -> !one.isEmpty())
                .map(one -> List.of(one, one.substring(one.indexOf(':') + 1)))
                .orElse(List.of());
    }

    String host() {
        return endpoint.getRawAuthority();
    }

    /** Throws an exception if the proxy answered in place of the target. */
    Reply.Response requireOfTarget(Reply.Response response) throws ProxyFailure {
        boolean nameless = response.header("x-amzn-errortype").isEmpty();
        boolean gateway = List.of(502, 504).contains(response.status()) && nameless;
        boolean namesItself = response.header("x-squid-error").isPresent()
                || response.header("proxy-status").orElse("").contains("error=");
        if (forwarded() && (response.status() == 407 || gateway || namesItself)) {
            throw new ProxyFailure(String.format(
                    Locale.ROOT,
                    "the proxy %s answered %d in place of the target",
                    proxy.orElseThrow(),
                    response.status()));
        }
        return response;
    }

    private boolean forwarded() {
        return proxy.isPresent() && !proxy.get().socks() && endpoint.getScheme().equals("http");
    }

    private Socket byProxy(ProxyServer by, Deadline deadline) throws IOException {
        try {
            if (by.socks()) {
                InetSocketAddress address =
                        new InetSocketAddress(by.address().host(), by.address().port());
                return opened(target, new Proxy(Proxy.Type.SOCKS, address), deadline);
            }
            Socket socket = opened(by.address(), Proxy.NO_PROXY, deadline);
            Socket spoken = by.kind() == ProxyServer.Kind.HTTPS ? secured(socket, by.address()) : socket;
            if (!forwarded()) {
                tunnel(spoken, by);
            }
            return spoken;
        } catch (ProxyFailure e) {
            throw e;
        } catch (IOException e) {
            throw new ProxyFailure(String.format(Locale.ROOT, "the proxy %s cannot be used: %s", by, e.getMessage()));
        }
    }

    // Byte by byte, since bytes after the head belong to the target.
    private void tunnel(Socket socket, ProxyServer by) throws IOException {
        StringBuilder head =
                new StringBuilder(String.format(Locale.ROOT, "CONNECT %s HTTP/1.1\r\nhost: %s\r\n", target, target));
        by.headers()
                .forEach(
                        header -> head.append(String.format(Locale.ROOT, "%s: %s\r\n", header.name(), header.value())));
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        StatusLine response = new ResponseReader(socket.getInputStream(), ResponseLimits.DEFAULT)
                .head()
                .line();
        if (response.status() / 100 != 2) {
            throw new ProxyFailure(
                    String.format(Locale.ROOT, "the proxy %s answered %s in place of the target", by, response));
        }
    }

    private static Socket opened(Authority to, Proxy proxy, Deadline deadline) throws IOException {
        if (proxy.type() != Proxy.Type.DIRECT) {
            return opened(InetSocketAddress.createUnresolved(to.host(), to.port()), proxy, deadline);
        }
        IOException problem = new UnknownHostException(to.host());
        for (InetAddress address : addresses(to)) {
            try {
                return opened(new InetSocketAddress(address, to.port()), proxy, deadline);
            } catch (ConnectException | NoRouteToHostException e) {
                problem = e;
            }
        }
        throw problem;
    }

    private static InetAddress[] addresses(Authority to) throws UnknownHostException {
        try {
            return InetAddress.getAllByName(to.host());
        } catch (UnknownHostException e) {
            UnknownHostException named =
                    new UnknownHostException(String.format(Locale.ROOT, "no host is known as '%s'", to.host()));
            named.initCause(e);
            throw named;
        }
    }

    private static Socket opened(InetSocketAddress address, Proxy proxy, Deadline deadline) throws IOException {
        Socket socket = new TimedSocket(proxy, deadline);
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, deadline.left());
            return socket;
        } catch (SocketTimeoutException e) {
            socket.close();
            ConnectException late = new ConnectException("no connection came about in time");
            late.initCause(e);
            throw late;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Socket secured(Socket socket, Authority to) throws IOException {
        SSLSocket secured = (SSLSocket) tls.orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(socket, to.host(), to.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        // Unlike an HTTP client, a plain socket does not check the host name of the certificate.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        // Otherwise, closing waits for a request that the target does not read.
        secured.setSoLinger(true, 1);
        try {
            secured.startHandshake();
            return secured;
        } catch (SSLException e) {
            throw new TlsFailure(to, e);
        }
    }
}
