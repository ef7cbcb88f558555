package dev.casesaudit.journey;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One connection, with TLS where the endpoint's scheme is https, for bytes that no HTTP client sends and responses that it hides.
 * A string holds bytes, one a character, unless it is called text.
 */
public final class RawConnection implements AutoCloseable {

    /** How long each read waits. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    private final Socket socket;
    private final InputStream in;
    private final Duration limit;
    private boolean receivedByte;

    public RawConnection(URI endpoint) throws IOException {
        this(endpoint, endpoint.getScheme().equals("https"), LIMIT);
    }

    private RawConnection(URI endpoint, boolean tls, Duration limit) throws IOException {
        this.limit = limit;
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), millis(limit));
        plain.setSoTimeout(millis(limit));
        plain.setTcpNoDelay(true);
        socket = tls ? TlsKeys.handshake(plain, endpoint) : plain;
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /** Connects to the mock that tests share. */
    public static RawConnection toSharedMock() throws IOException {
        return new RawConnection(PackagedMock.shared().endpoint());
    }

    /** Connects to a mock under load, and waits up to 60 seconds at each read. */
    public static RawConnection underLoad(URI endpoint) throws IOException {
        return new RawConnection(endpoint, endpoint.getScheme().equals("https"), Duration.ofSeconds(60));
    }

    /** Connects without TLS, whatever the endpoint's scheme. */
    public static RawConnection withoutTls(URI endpoint) throws IOException {
        return new RawConnection(endpoint, false, LIMIT);
    }

    /** Sends one request to the shared mock on a connection of its own, and reads the response. */
    public static Response exchange(String request) throws IOException {
        return exchange(PackagedMock.shared(), request);
    }

    /** Sends one request on a connection of its own, and reads the response. */
    public static Response exchange(PackagedMock mock, String request) throws IOException {
        try (RawConnection connection = new RawConnection(mock.endpoint())) {
            return connection.send(request).read();
        }
    }

    /** A whole request with a JSON body. */
    public static String post(String target, String body, String... headers) {
        return jsonHead("POST", target, headers("Content-Length: " + body.length(), headers)) + body;
    }

    /** The head of a request with a JSON body. */
    public static String jsonHead(String method, String target, String... headers) {
        return head(method, target, headers("Content-Type: application/json", headers));
    }

    /** The head of a request. */
    public static String head(String method, String target, String... headers) {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(method, target, lines);
    }

    private static String[] headers(String first, String... others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(others));
        return all.toArray(String[]::new);
    }

    public RawConnection send(String bytes) throws IOException {
        return send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads one response, also an interim one. */
    public Response read() throws IOException {
        Response head = readHead();
        boolean empty = head.status() < 200 || head.status() == 204 || head.status() == 304;
        return empty ? head : head.withBytes(readBody(head));
    }

    /** Reads the response to a HEAD request, or the head of any other. */
    public Response readHead() throws IOException {
        String statusLine = readLine();
        if (!statusLine.matches("HTTP/1\\.[01] [1-5][0-9][0-9] .*")) {
            throw new IOException("expected a status line, got '%s'".formatted(statusLine));
        }
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("expected a header, got '%s'".formatted(line));
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new Response(Integer.parseInt(statusLine.substring(9, 12)), headers, "");
    }

    /** Reads the next response that is not 100 Continue; nothing, where the mock closed the connection before one began. */
    public Optional<Response> readFinal(boolean headOnly) throws IOException {
        if (peek() < 0) {
            return Optional.empty();
        }
        Response response = headOnly ? readHead() : read();
        return response.status() == 100 ? readFinal(headOnly) : Optional.of(response);
    }

    /** Reads all bytes until the mock closes the connection. */
    public String readToEnd() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Whether a byte or the end of the connection has arrived, or arrives within so many milliseconds. */
    public boolean isReadable(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            peek();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(millis(limit));
        }
    }

    /** Whether bytes have arrived that no read took. */
    public boolean hasUnreadBytes() throws IOException {
        return in.available() > 0;
    }

    /** Whether a byte of a response has been read. */
    public boolean hasReceivedByte() {
        return receivedByte;
    }

    /** Whether the mock closes or resets the connection, without another byte, before the limit. */
    public boolean isClosed() throws IOException {
        try {
            return isClosedCleanly();
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Whether the mock closes the connection, without a reset or another byte. */
    public boolean isClosedCleanly() throws IOException {
        return in.read() < 0;
    }

    /** Closes the connection with a reset, which also leaves no port in TIME_WAIT. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int peek() throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next;
    }

    private String readBody(Response head) throws IOException {
        if (head.header("transfer-encoding").contains("chunked")) {
            return readChunks();
        }
        List<String> lengths = head.header("content-length");
        if (lengths.size() > 1) {
            throw new IOException("expected one content-length, got %s".formatted(lengths));
        }
        return lengths.isEmpty() ? readToEnd() : readExactly(Integer.parseInt(lengths.get(0)));
    }

    private String readChunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.append(readExactly(size));
            readLine();
        }
        readLine();
        return body.toString();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(readLine(), 16);
    }

    private String readExactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException(
                    String.format(Locale.ROOT, "expected a body of %d bytes, got %d", length, bytes.length));
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("expected a line, got the end of the connection after '%s'".formatted(line));
            }
            receivedByte = true;
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    /** What the mock sent back. The names of headers are in lower case. */
    public record Response(int status, Map<String, List<String>> headers, String bytes) {

        Response withBytes(String body) {
            return new Response(status, headers, body);
        }

        /** The values of a header, in their order. */
        public List<String> header(String name) {
            return headers.getOrDefault(name, List.of());
        }

        /** The value of a header that may occur once; empty, where there is none. */
        public String value(String name) {
            List<String> values = header(name);
            if (values.size() > 1) {
                throw new AssertionError("expected %s once, got %s".formatted(name, values));
            }
            return values.isEmpty() ? "" : values.get(0);
        }

        public String text() {
            return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        /** The length of the body in bytes. */
        public int length() {
            return bytes.length();
        }

        /** Whether the mock closes the connection after it. */
        public boolean isLast() {
            return header("connection").contains("close");
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d %s %s", status, headers, text());
        }
    }
}
