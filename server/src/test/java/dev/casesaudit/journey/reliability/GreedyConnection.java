package dev.casesaudit.journey.reliability;

import dev.casesaudit.journey.TlsKeys;
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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLException;

/** One connection, on which anything may be sent, at any time, and answers are read to the byte. */
final class GreedyConnection implements AutoCloseable {

    static final String EMPTY = "/domains/contact-center/cases/case-empty/audit-history";
    static final String TWO_PAGES = "/domains/contact-center/cases/case-two-pages/audit-history";

    private static final int LIMIT_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private boolean heard;

    GreedyConnection(URI endpoint) throws IOException {
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), LIMIT_MILLIS);
        plain.setSoTimeout(LIMIT_MILLIS);
        plain.setTcpNoDelay(true);
        socket = TlsKeys.secure(plain, endpoint);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** A whole request with a JSON body. */
    static String post(String path, String body, String... headers) {
        return head("POST", path, "Content-Length: " + body.length(), headers) + body;
    }

    /** A head that announces a JSON body. */
    static String head(String method, String path, String framing, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%s\r\n%s\r\n"
                .formatted(method, path, framing, more);
    }

    GreedyConnection send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    GreedyConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Reads one answer. */
    Answer read() throws IOException {
        String[] status = line().split(" ", 3);
        if (!status[0].equals("HTTP/1.1")) {
            throw new IOException("expected a status line, got '%s'".formatted(String.join(" ", status)));
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] header = line.split(":", 2);
            if (headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip()) != null) {
                throw new IOException("expected each header once, got '%s' again".formatted(line));
            }
        }
        int length = status[1].equals("204") ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "-1"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException(
                    String.format(Locale.ROOT, "expected a body of %d bytes, got %d", length, body.length));
        }
        return new Answer(Integer.parseInt(status[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    /** Whether no byte of an answer has been read. */
    boolean isUnheard() {
        return !heard;
    }

    /** Whether something came back, or does within so many milliseconds. */
    boolean hasAnswer(int millis) throws IOException {
        socket.setSoTimeout(millis);
        in.mark(1);
        try {
            in.read();
            in.reset();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(LIMIT_MILLIS);
        }
    }

    /** Sends the same again and again, reads nothing, and returns how many megabytes were taken before the connection ended. */
    int sendUntilRefused(byte[] bytes, int mostMegabytes) throws IOException {
        long sent = 0;
        while (sent >> 20 < mostMegabytes) {
            try {
                send(bytes);
            } catch (SocketException | SSLException ended) {
                break;
            }
            sent += bytes.length;
        }
        return (int) (sent >> 20);
    }

    /** Whether the other side ends the connection, in order and without another byte. */
    boolean isEnded() throws IOException {
        return in.read() < 0;
    }

    /** Ends it without order, as a client does that crashes. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("expected a line, got its end after '%s'".formatted(line));
            }
            heard = true;
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** What came back. */
    record Answer(int status, Map<String, String> headers, String body) {

        Answer {
            headers = Map.copyOf(headers);
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }
}
