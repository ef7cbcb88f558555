package dev.casesaudit.conformance.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The protocol of a port, found from its first bytes. Used if no HTTP client can read the response of an endpoint.
 *
 * @param firstBytes the first bytes of the response in ISO 8859-1, at most 64 KiB
 */
public record PortProtocol(Kind kind, String firstBytes) {

    private static final int MOST_BYTES = 64 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    // Bounded, so that the run ends soon after its limit.
    private static final Duration LONGEST_EXAMINATION = Duration.ofSeconds(4);

    private static final String HTTP = "HTTP/1.";

    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int FRAME_HEADER = 9;

    // The client preface and an empty SETTINGS frame, RFC 9113, 3.4.
    private static final String HTTP_2_PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0";

    public enum Kind {
        HTTP_1,
        HTTP_2,
        /** TLS, for an endpoint with an http URL. */
        TLS,
        /** Plain HTTP/1, for an endpoint with an https URL. */
        PLAIN,
        /** Another protocol. */
        OTHER,
        /** No bytes in time, or only the first bytes of HTTP/1. */
        NOTHING
    }

    /** Finds the protocol of an endpoint with a signed request. */
    public static PortProtocol of(URI endpoint, Request request, Duration timeout) {
        Port port = Port.of(endpoint, timeout);
        boolean secure = "https".equals(endpoint.getScheme());
        String response = port.response(secure, head(endpoint, request), "http/1.1");
        if (response.startsWith(HTTP)) {
            return new PortProtocol(Kind.HTTP_1, response);
        }
        // First, since the response comes at once, and the TLS attempts can take all of the time.
        String plain = secure ? port.response(false, head(endpoint, unsigned(request)), "") : "";
        if (isHttp2(response) || isHttp2(port.response(secure, HTTP_2_PREFACE, "h2"))) {
            return new PortProtocol(Kind.HTTP_2, response);
        }
        boolean tls = isTls(response) || port.speaksTls();
        if (!secure) {
            return new PortProtocol(tls ? Kind.TLS : other(response), response);
        }
        // Some TLS servers answer plain HTTP with an error.
        String all = tls ? response : response + plain;
        return new PortProtocol(!tls && plain.startsWith(HTTP) ? Kind.PLAIN : other(all), all);
    }

    /** Returns the protocol that the port speaks instead of HTTP/1. */
    public static Optional<PortProtocol> instead(URI endpoint, Duration timeout) {
        Port port = Port.of(endpoint, timeout);
        if (!"https".equals(endpoint.getScheme())) {
            return port.speaksTls() ? Optional.of(new PortProtocol(Kind.TLS, "")) : Optional.empty();
        }
        boolean http2 = !port.negotiates("http/1.1") && port.negotiates("h2");
        return http2 ? Optional.of(new PortProtocol(Kind.HTTP_2, "")) : Optional.empty();
    }

    // A session token for an https endpoint must not be sent in plain text.
    private static Request unsigned(Request request) {
        return Request.to(request.method(), request.target());
    }

    private static Kind other(String response) {
        // A slow HTTP/1 response is not another protocol.
        return HTTP.startsWith(response.strip()) ? Kind.NOTHING : Kind.OTHER;
    }

    private static boolean isHttp2(String response) {
        return response.length() >= FRAME_HEADER
                && response.charAt(0) == 0
                && (response.charAt(3) == SETTINGS || response.charAt(3) == GOAWAY);
    }

    // An alert or a handshake of SSL 3.0 or later.
    private static boolean isTls(String response) {
        return response.length() > 2
                && (response.charAt(0) == 21 || response.charAt(0) == 22)
                && response.charAt(1) == 3;
    }

    private static String head(URI endpoint, Request request) {
        StringBuilder head = new StringBuilder();
        head.append(String.format(
                Locale.ROOT, "%s %s%s HTTP/1.1\r\n", request.method(), endpoint.getRawPath(), request.target()));
        head.append(String.format(
                Locale.ROOT, "host: %s\r\ncontent-length: 0\r\nconnection: close\r\n", endpoint.getRawAuthority()));
        request.headers()
                .forEach(
                        header -> head.append(String.format(Locale.ROOT, "%s: %s\r\n", header.name(), header.value())));
        return head.append("\r\n").toString();
    }

    /** A port. Each attempt uses a connection of its own. */
    private record Port(URI endpoint, Duration timeout, Deadline examination) {

        static Port of(URI endpoint, Duration timeout) {
            Deadline examination = new Deadline();
            examination.in(LONGEST_EXAMINATION);
            return new Port(endpoint, timeout.compareTo(LONGEST_WAIT) < 0 ? timeout : LONGEST_WAIT, examination);
        }

        /** Returns the response to some bytes, or nothing without a connection. */
        String response(boolean secure, String words, String protocol) {
            try (Socket plain = connect();
                    Socket socket = secure ? secured(plain, protocol) : plain) {
                socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                return read(socket.getInputStream());
            } catch (IOException e) {
                return "";
            }
        }

        boolean negotiates(String protocol) {
            try (Socket plain = connect()) {
                secured(plain, protocol).close();
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        boolean speaksTls() {
            try (Socket plain = connect()) {
                secured(plain, "").close();
                return true;
            } catch (SSLHandshakeException e) {
                // The port sent a certificate, so it speaks TLS.
                return e.getCause() instanceof CertificateException;
            } catch (IOException e) {
                return false;
            }
        }

        private Socket connect() throws IOException {
            int standard = "https".equals(endpoint.getScheme()) ? 443 : 80;
            Deadline deadline = new Deadline();
            Duration left = Duration.ofMillis(examination.left());
            deadline.in(timeout.compareTo(left) < 0 ? timeout : left);
            Socket socket = new TimedSocket(Proxy.NO_PROXY, deadline);
            int port = endpoint.getPort() > 0 ? endpoint.getPort() : standard;
            socket.connect(new InetSocketAddress(endpoint.getHost(), port), deadline.left());
            return socket;
        }

        private SSLSocket secured(Socket plain, String protocol) throws IOException {
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            SSLSocket socket = (SSLSocket) factory.createSocket(plain, endpoint.getHost(), plain.getPort(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            if (!protocol.isEmpty()) {
                parameters.setApplicationProtocols(new String[] {protocol});
            }
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        }

        // The bytes before the connection broke or timed out.
        private static String read(InputStream in) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[MOST_BYTES];
            try {
                for (int read = in.read(buffer); read >= 0 && bytes.size() < MOST_BYTES; read = in.read(buffer)) {
                    bytes.write(buffer, 0, read);
                }
            } catch (IOException e) {
                return bytes.toString(StandardCharsets.ISO_8859_1);
            }
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
