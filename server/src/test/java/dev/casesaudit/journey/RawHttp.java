package dev.casesaudit.journey;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection, for what no client would send, or what a client would hide. Bytes stand in strings, one a character. */
public final class RawHttp implements AutoCloseable {

    private static final int LIMIT_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    public RawHttp() throws IOException {
        this(PackagedMock.shared());
    }

    public RawHttp(PackagedMock mock) throws IOException {
        this(mock.endpoint());
    }

    public RawHttp(URI endpoint) throws IOException {
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), LIMIT_MILLIS);
        plain.setSoTimeout(LIMIT_MILLIS);
        plain.setTcpNoDelay(true);
        socket = TlsKeys.secure(plain, endpoint);
        in = socket.getInputStream();
    }

    /** Sends one request on a connection of its own, and reads what comes back. */
    public static Answer exchange(String request) throws IOException {
        try (RawHttp http = new RawHttp()) {
            return http.send(request).read();
        }
    }

    /** The same, from another mock. */
    public static Answer exchange(PackagedMock mock, String request) throws IOException {
        try (RawHttp http = new RawHttp(mock)) {
            return http.send(request).read();
        }
    }

    /** A whole request with a JSON body. */
    public static String post(String target, String body) {
        return head("POST", target, "Content-Type: application/json", "Content-Length: " + body.length()) + body;
    }

    /** The part of a request before its body. */
    public static String head(String method, String target, String... headers) {
        return "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(method, target, lines(headers));
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }

    public RawHttp send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads one answer, whose length must be announced. */
    public Answer read() throws IOException {
        Answer head = readHead();
        List<String> length = head.header("content-length");
        byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length.get(0)));
        return new Answer(head.status(), head.headers(), body.length, new String(body, StandardCharsets.UTF_8));
    }

    /** Reads one answer that has no body, whatever its headers say. */
    public Answer readHead() throws IOException {
        String[] statusLine = readLine().split(" ", 3);
        if (!statusLine[0].matches("HTTP/1[.][01]")) {
            throw new IOException("not a status line: " + String.join(" ", statusLine));
        }
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            String[] header = line.split(":", 2);
            headers.computeIfAbsent(header[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header[1].strip());
        }
        return new Answer(Integer.parseInt(statusLine[1]), headers, 0, "");
    }

    /** Whether the other side ends the connection, without another byte, before the limit. */
    public boolean isClosedByServer() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended after '%s'".formatted(line));
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** One response, its length in bytes. */
    public record Answer(int status, Map<String, List<String>> headers, int length, String text) {

        public List<String> header(String name) {
            return headers.getOrDefault(name, List.of());
        }
    }
}
