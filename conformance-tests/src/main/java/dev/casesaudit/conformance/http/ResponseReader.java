package dev.casesaudit.conformance.http;

import dev.casesaudit.conformance.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Reads a response of HTTP/1.1 or 1.0 from a connection. It skips interim responses, as RFC 9110, 15.2 demands. */
final class ResponseReader {

    private static final int LARGEST_STATUS_LINE = 8 * 1024;
    private static final String PROTOCOL = "HTTP/";
    private static final int FIRST_BYTES = 512;
    private static final int LONGEST_QUOTED = 100;

    private final InputStream in;
    private final ResponseLimits limits;
    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private int head;
    private @Nullable StatusLine begun;
    private List<Header> headers = List.of();

    ResponseReader(InputStream in, ResponseLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    /** The part of a response before the body. */
    record Head(StatusLine line, List<Header> headers) {}

    /**
     * Reads the whole response to a request.
     *
     * @throws EOFException if the connection was closed before a response
     * @throws NotHttp if the bytes are not HTTP
     * @throws BrokenResponse if a response starts and does not end correctly, or exceeds a limit
     */
    Reply.Response read(String method, long start) throws IOException {
        head();
        return response(body(method), start);
    }

    /** Whether a response, final or interim, has started. */
    boolean hasBegun() {
        return begun != null;
    }

    /** Reads up to the body of a response. */
    Head head() throws IOException {
        StatusLine line = statusLine();
        readHeaders();
        while (line.interim()) {
            StatusLine interim = line;
            try {
                line = statusLine();
            } catch (NotHttp | EOFException | SocketException | SocketTimeoutException e) {
                throw new BrokenResponse(
                                String.format(Locale.ROOT, "no final response follows the interim one, %s", interim), e)
                        .received(received());
            } catch (BrokenResponse e) {
                throw brokenOff(e);
            }
            readHeaders();
        }
        return new Head(line, headers);
    }

    /** Reads the encoded body after the head, without chunk framing. */
    byte[] body(String method) throws IOException {
        int status = status();
        // These have no body, whatever their headers say.
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return new byte[0];
        }
        try {
            BodyLength length = BodyLength.of(headers);
            if (length instanceof BodyLength.Exactly exactly) {
                return exactly(exactly.bytes());
            }
            return length instanceof BodyLength.Chunked ? chunks() : untilClose();
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    /** Returns the response with its body decoded. */
    Reply.Response response(byte[] body, long start) throws IOException {
        try {
            byte[] content = Codings.undone(headers, body, limits);
            JsonBounds.require(content, limits);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Reply.Response(status(), headers, Content.owned(content), took);
        } catch (BrokenResponse e) {
            throw brokenOff(e);
        }
    }

    private int status() {
        return Objects.requireNonNull(begun, "the head is read first").status();
    }

    private Content received() {
        return Content.of(first.toByteArray());
    }

    // Adds the status line and the first bytes of the response to a problem.
    private BrokenResponse brokenOff(IOException problem) {
        boolean late =
                problem instanceof SocketTimeoutException || problem.getCause() instanceof SocketTimeoutException;
        boolean known = problem instanceof BrokenResponse;
        String why = late && !known ? "it does not end in time" : problem.getMessage();
        BrokenResponse broken =
                new BrokenResponse(String.format(Locale.ROOT, "the response %s is broken: %s", begun, why), problem);
        return broken.received(received());
    }

    /** Reads the status line. Other protocols are detected at their first bytes, not at a line end. */
    private StatusLine statusLine() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int next = headByte();
            boolean ends = next < 0 || next == '\n';
            // An empty line can follow the response before.
            boolean empty = line.length() < PROTOCOL.length() && line.toString().isBlank();
            if (next < 0 && empty) {
                throw new EOFException("the connection was closed before a response");
            }
            if (ends && !empty) {
                begun = StatusLine.parse(line.toString().stripTrailing());
                return begun;
            }
            if (ends) {
                line.setLength(0);
                continue;
            }
            line.append((char) next);
            if (line.length() == PROTOCOL.length() && !line.toString().equals(PROTOCOL)) {
                throw NotHttp.beginning(line.toString());
            }
            if (line.length() > LARGEST_STATUS_LINE) {
                throw new BrokenResponse("the response has a status line without end").received(received());
            }
        }
    }

    private void readHeaders() throws IOException {
        try {
            headers = headers();
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    private List<Header> headers() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = headerLine(); !line.isEmpty(); line = headerLine()) {
            lines.add(line);
            if (lines.size() > limits.headers()) {
                throw new BrokenResponse(String.format(Locale.ROOT, "it has more than %d headers", limits.headers()));
            }
        }
        return unfolded(lines);
    }

    private static List<Header> unfolded(List<String> lines) throws BrokenResponse {
        List<Header> headers = new ArrayList<>();
        String name = "";
        StringBuilder value = new StringBuilder();
        for (String line : lines) {
            boolean folded = (line.startsWith(" ") || line.startsWith("\t")) && !name.isEmpty();
            if (folded) {
                value.append(' ').append(line.strip());
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1 || line.substring(0, colon).isBlank()) {
                throw new BrokenResponse("it has a header line without a name and a colon");
            }
            if (!name.isEmpty()) {
                headers.add(new Header(name, value.toString()));
            }
            name = line.substring(0, colon).strip();
            value = new StringBuilder(line.substring(colon + 1).strip());
        }
        if (!name.isEmpty()) {
            headers.add(new Header(name, value.toString()));
        }
        return headers;
    }

    private String headerLine() throws IOException {
        try {
            return line(this::headByte, "the connection was closed within its headers");
        } catch (EOFException e) {
            throw new BrokenResponse(String.valueOf(e.getMessage()), e);
        }
    }

    // Reads up to the end of the connection. A reset can follow the last byte of an early response.
    private byte[] untilClose() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = read(buffer, 0, 8192); count >= 0; count = read(buffer, 0, 8192)) {
                body.write(buffer, 0, count);
                requireRoom(body.size(), limits);
            }
        } catch (SocketException | SSLException e) {
            // The body is complete.
        } catch (SocketTimeoutException e) {
            throw new BrokenResponse("there is no length, and the connection stays open", e);
        }
        return body.toByteArray();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            requireRoom((long) body.size() + size, limits);
            body.write(exactly(size));
            if (!line(this::read, "the connection was closed after a chunk").isEmpty()) {
                throw new BrokenResponse("a chunk is longer than its size");
            }
        }
        trailers();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String size = line(this::read, "the connection was closed before the last chunk")
                .split(";", 2)[0]
                .strip();
        if (!size.matches("\\p{XDigit}{1,16}")) {
            throw new BrokenResponse(String.format(Locale.ROOT, "a chunk has the size '%s'", shortened(size)));
        }
        requireRoom(Long.parseUnsignedLong(size, 16), limits);
        return Integer.parseInt(size, 16);
    }

    // After the last chunk, the body is complete, even with broken trailers.
    private void trailers() throws IOException {
        head = 0;
        try {
            headers();
        } catch (BrokenResponse e) {
            if (!(e.getCause() instanceof EOFException)) {
                throw e;
            }
        }
    }

    private byte[] exactly(long size) throws IOException {
        requireRoom(size, limits);
        byte[] bytes = new byte[(int) size];
        int read = 0;
        try {
            for (int count = 0; count >= 0 && read < size; read += Math.max(count, 0)) {
                count = read(bytes, read, bytes.length - read);
            }
        } catch (IOException e) {
            throw new BrokenResponse(cutShort(read, size, String.valueOf(e.getMessage())), e);
        }
        if (read < size) {
            throw new BrokenResponse(cutShort(read, size, "the connection was closed"));
        }
        return bytes;
    }

    private static String cutShort(long read, long size, String why) {
        return String.format(Locale.ROOT, "%s after %d of %s", why, read, Words.count(size, "byte"));
    }

    static void requireRoom(long size, ResponseLimits limits) throws BrokenResponse {
        if (size < 0 || size > limits.body()) {
            throw new BrokenResponse(String.format(Locale.ROOT, "its body is larger than %d bytes", limits.body()));
        }
    }

    /** Returns the beginning of a malformed part, for a message. */
    static String shortened(String text) {
        return text.length() <= LONGEST_QUOTED ? text : text.substring(0, LONGEST_QUOTED) + "\u2026";
    }

    private interface Bytes {
        int next() throws IOException;
    }

    // A line ends with LF or CRLF.
    private String line(Bytes bytes, String closed) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = bytes.next(); next != '\n'; next = bytes.next()) {
            if (next < 0) {
                throw new EOFException(closed);
            }
            if (line.size() >= limits.line()) {
                throw new BrokenResponse(
                        String.format(Locale.ROOT, "it has a line of more than %d bytes", limits.line()));
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int headByte() throws IOException {
        head++;
        if (head > limits.head()) {
            throw new BrokenResponse(String.format(
                    Locale.ROOT, "its headers, with interim responses, are larger than %d bytes", limits.head()));
        }
        return read();
    }

    private int read() throws IOException {
        int next = in.read();
        if (next >= 0 && first.size() < FIRST_BYTES) {
            first.write(next);
        }
        return next;
    }

    private int read(byte[] bytes, int from, int length) throws IOException {
        int count = in.read(bytes, from, length);
        if (count > 0 && first.size() < FIRST_BYTES) {
            first.write(bytes, from, Math.min(count, FIRST_BYTES - first.size()));
        }
        return count;
    }
}
