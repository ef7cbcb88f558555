package dev.casesaudit.journey.reliability;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One connection that sends bytes as they are, and reads answers to their exact end. */
final class RawConnection implements AutoCloseable {

    /** Beyond this, an answer is taken to hang. */
    static final int LIMIT_MILLIS = 10_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;

    RawConnection(URI endpoint) throws IOException {
        // Without lingering, a connection that this side closes leaves no port behind that has to wait.
        socket.setSoLinger(true, 0);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), LIMIT_MILLIS);
        in = socket.getInputStream();
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(Bytes.toSend(bytes));
    }

    /** Reads one answer; nothing, where the other side ended the connection before one began. */
    Optional<Answer> read(boolean withoutBody) throws IOException {
        if (!hasByte()) {
            return Optional.empty();
        }
        Answer head = readHead();
        if (head.status() < 200) {
            return head.status() == 100 ? read(withoutBody) : Optional.of(head);
        }
        boolean empty = withoutBody || head.status() == 204 || head.status() == 304;
        return Optional.of(empty ? head : head.withBody(readBody(head)));
    }

    /** Whether there is something to read, or an end, before the time is over. */
    boolean stirs(int millis) throws IOException {
        if (at < end) {
            return true;
        }
        socket.setSoTimeout(millis);
        try {
            hasByte();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(LIMIT_MILLIS);
        }
    }

    /** Whether bytes are here that nobody asked for. */
    boolean hasBytesLeft() throws IOException {
        return at < end || in.available() > 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String readBody(Answer head) throws IOException {
        if (head.values("transfer-encoding").contains("chunked")) {
            return readChunks();
        }
        List<String> lengths = head.values("content-length");
        if (lengths.isEmpty()) {
            // To HTTP/1.0, the end of the connection is the end of the answer.
            return readToTheEnd();
        }
        if (lengths.size() > 1) {
            throw new IOException("an answer with %s, so of no known length".formatted(head.headers()));
        }
        return Bytes.of(readExactly(Integer.parseInt(lengths.get(0))));
    }

    private String readToTheEnd() throws IOException {
        StringBuilder body = new StringBuilder();
        while (hasByte()) {
            body.append((char) (buffer[at++] & 0xFF));
        }
        return body.toString();
    }

    private String readChunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(readExactly(size));
            readLine();
        }
        readLine();
        return body.toString(StandardCharsets.ISO_8859_1);
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(readLine(), 16);
    }

    private Answer readHead() throws IOException {
        String statusLine = readLine();
        if (!statusLine.matches("HTTP/1\\.[01] [1-5][0-9][0-9] .*")) {
            throw new IOException("not a status line: '%s'".formatted(statusLine));
        }
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("not a header: '%s'".formatted(line));
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(statusLine.substring(9, 12)), headers, "");
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte next = readByte(); next != '\n'; next = readByte()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private byte[] readExactly(int length) throws IOException {
        byte[] bytes = new byte[length];
        int filled = 0;
        while (filled < length) {
            requireByte();
            int part = Math.min(length - filled, end - at);
            System.arraycopy(buffer, at, bytes, filled, part);
            at += part;
            filled += part;
        }
        return bytes;
    }

    private byte readByte() throws IOException {
        requireByte();
        return buffer[at++];
    }

    private void requireByte() throws IOException {
        if (!hasByte()) {
            throw new EOFException("the connection ended in the middle of an answer");
        }
    }

    private boolean hasByte() throws IOException {
        if (at == end) {
            int read = in.read(buffer);
            at = 0;
            end = Math.max(0, read);
        }
        return at < end;
    }

    /** One response. Its body's bytes stand in a string, one a character. */
    record Answer(int status, Map<String, List<String>> headers, String body) {

        List<String> values(String name) {
            return headers.getOrDefault(name, List.of());
        }

        Answer withBody(String read) {
            return new Answer(status, headers, read);
        }

        boolean isLast() {
            return values("connection").contains("close");
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d %s %s", status, headers, Bytes.text(body));
        }
    }
}
