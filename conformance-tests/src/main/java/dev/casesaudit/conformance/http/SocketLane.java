package dev.casesaudit.conformance.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Sends what no HTTP client would, through a socket of its own for each request. */
final class SocketLane implements Lane {

    private static final int LARGEST_LINE = 64 * 1024;

    private final URI endpoint;
    private final Duration timeout;

    SocketLane(URI endpoint, Duration timeout) {
        this.endpoint = endpoint;
        this.timeout = timeout;
    }

    @Override
    public Reply.Answer send(Request request) throws IOException {
        long start = System.nanoTime();
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes(request));
            socket.getOutputStream().flush();
            return read(request, new BufferedInputStream(socket.getInputStream()), start);
        }
    }

    private Socket connect() throws IOException {
        boolean secure = endpoint.getScheme().equals("https");
        int port = endpoint.getPort() > 0 ? endpoint.getPort() : secure ? 443 : 80;
        Socket plain = new Socket();
        plain.setSoTimeout((int) timeout.toMillis());
        plain.connect(new InetSocketAddress(endpoint.getHost(), port), (int) timeout.toMillis());
        if (!secure) {
            return plain;
        }
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket wrapped = (SSLSocket) factory.createSocket(plain, endpoint.getHost(), port, true);
        javax.net.ssl.SSLParameters parameters = wrapped.getSSLParameters();
        // Unlike an HTTP client, a plain socket does not ask whether the certificate is this host's.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        wrapped.setSSLParameters(parameters);
        return wrapped;
    }

    private byte[] bytes(Request request) throws IOException {
        StringBuilder head = new StringBuilder();
        head.append("%s %s%s HTTP/1.1\r\n".formatted(request.method(), endpoint.getRawPath(), request.target()));
        if (request.headers().stream().noneMatch(header -> header.is("host"))) {
            head.append("host: %s\r\n".formatted(endpoint.getRawAuthority()));
        }
        boolean framed = request.headers().stream()
                .anyMatch(header -> header.is("content-length") || header.is("transfer-encoding"));
        if (!framed) {
            head.append(String.format(
                    Locale.ROOT, "content-length: %d\r\n", request.body().size()));
        }
        request.headers().forEach(header -> head.append("%s: %s\r\n".formatted(header.name(), header.value())));
        head.append("connection: close\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.write(request.body().bytes());
        return all.toByteArray();
    }

    private static Reply.Answer read(Request request, InputStream in, long start) throws IOException {
        String[] status = line(in).split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/") || !status[1].matches("\\d{3}")) {
            throw new IOException("the answer does not begin with an HTTP status line");
        }
        List<Header> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("the answer has a header line without a colon");
            }
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        // Whatever length it tells of, an answer to HEAD has no body.
        byte[] body =
                request.method().equals("HEAD") ? new byte[0] : ContentEncoding.undone(headers, body(in, headers));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Reply.Answer(Integer.parseInt(status[1]), headers, Content.of(body), took);
    }

    private static byte[] body(InputStream in, List<Header> headers) throws IOException {
        for (Header header : headers) {
            if (header.is("transfer-encoding") && header.value().equalsIgnoreCase("chunked")) {
                return chunks(in);
            }
        }
        for (Header header : headers) {
            if (header.is("content-length")) {
                return exactly(number(header.value(), 10), in);
            }
        }
        return in.readAllBytes();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = number(line(in).split(";", 2)[0].strip(), 16);
            if (size == 0) {
                return body.toByteArray();
            }
            body.write(exactly(size, in));
            line(in);
        }
    }

    private static byte[] exactly(int size, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException(
                    String.format(Locale.ROOT, "the connection was closed after %d of %d bytes", bytes.length, size));
        }
        return bytes;
    }

    private static int number(String text, int radix) throws IOException {
        try {
            return Integer.parseInt(text, radix);
        } catch (NumberFormatException e) {
            throw new IOException("the answer has an unreadable length, '%s'".formatted(text), e);
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed in the middle of the answer");
            }
            if (line.size() > LARGEST_LINE) {
                throw new IOException("the answer has a line without end");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
