package dev.casesaudit.conformance.http;

import dev.casesaudit.conformance.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Reads an answer of HTTP/1.1, or 1.0, from a connection: interim answers are passed over, as RFC 9110, 15.2 has it. */
final class AnswerReader {

    /** More than any page of the contract can have, and less than would hurt this machine. */
    private static final int LARGEST_BODY = 64 * 1024 * 1024;

    private static final int LARGEST_LINE = 1024 * 1024;
    private static final int LARGEST_STATUS_LINE = 8 * 1024;
    private static final String PROTOCOL = "HTTP/";
    private static final int MOST_HEADERS = 10_000;

    private final InputStream in;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    /** What stands before a body. */
    record Head(StatusLine line, List<Header> headers) {}

    /**
     * Reads the whole answer to a request.
     *
     * @throws EOFException if the connection was closed before an answer
     * @throws NotHttp if what came is none
     * @throws BrokenAnswer if it began and does not end as it should
     */
    Reply.Answer read(String method, long start) throws IOException {
        Head head = head();
        StatusLine line = head.line();
        try {
            // Whatever length their headers tell of.
            boolean bodiless = method.equals("HEAD") || line.status() == 204 || line.status() == 304;
            byte[] body = bodiless ? new byte[0] : body(BodyLength.of(head.headers()));
            return Reply.Answer.of(line.status(), head.headers(), body, start);
        } catch (IOException e) {
            throw brokenOff(line, e);
        }
    }

    /** Reads up to the body of an answer. */
    Head head() throws IOException {
        StatusLine line = statusLine();
        List<Header> headers = headersOf(line);
        while (line.interim()) {
            StatusLine interim = line;
            try {
                line = statusLine();
            } catch (NotHttp | EOFException | SocketException | SocketTimeoutException e) {
                throw new BrokenAnswer(
                        String.format(Locale.ROOT, "no final answer follows the interim one, %s", interim), e);
            }
            headers = headersOf(line);
        }
        return new Head(line, headers);
    }

    /** Says of what breaks an answer which answer that is. */
    static IOException brokenOff(StatusLine line, IOException problem) {
        String why = problem instanceof SocketTimeoutException ? "it does not end in time" : problem.getMessage();
        return problem instanceof BrokenAnswer && why != null && why.startsWith("the answer ")
                ? problem
                : new BrokenAnswer(String.format(Locale.ROOT, "the answer %s is broken: %s", line, why), problem);
    }

    /** Reads the line that an answer begins with. What cannot become one is told as soon as it shows, not when a line ends. */
    StatusLine statusLine() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int next = in.read();
            boolean ends = next < 0 || next == '\n';
            // An empty line before an answer is a leftover of the one before it.
            boolean empty = line.toString().isBlank();
            if (next < 0 && empty) {
                throw new EOFException("the connection was closed before an answer");
            }
            if (ends && !empty) {
                return StatusLine.parse(line.toString().stripTrailing());
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
                throw new BrokenAnswer("the answer has a status line without end");
            }
        }
    }

    private List<Header> headersOf(StatusLine line) throws IOException {
        try {
            return headers();
        } catch (IOException e) {
            throw brokenOff(line, e);
        }
    }

    private List<Header> headers() throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = headerLine(); !line.isEmpty(); line = headerLine()) {
            int colon = line.indexOf(':');
            if ((line.startsWith(" ") || line.startsWith("\t")) && !headers.isEmpty()) {
                Header folded = headers.remove(headers.size() - 1);
                headers.add(
                        new Header(folded.name(), String.format(Locale.ROOT, "%s %s", folded.value(), line.strip())));
            } else if (colon < 1 || line.substring(0, colon).isBlank()) {
                throw new BrokenAnswer("it has a header line without a name and a colon");
            } else if (headers.size() >= MOST_HEADERS) {
                throw new BrokenAnswer(String.format(Locale.ROOT, "it has more than %d headers", MOST_HEADERS));
            } else {
                headers.add(new Header(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()));
            }
        }
        return headers;
    }

    private String headerLine() throws IOException {
        try {
            return line("the connection was closed within its headers");
        } catch (EOFException e) {
            throw new BrokenAnswer(String.valueOf(e.getMessage()), e);
        }
    }

    private byte[] body(BodyLength length) throws IOException {
        if (length instanceof BodyLength.Exactly exactly) {
            return exactly(exactly.bytes());
        }
        return length instanceof BodyLength.Chunked ? chunks() : untilClose(in);
    }

    /** Reads what came until the connection was closed, or broke: a reset may follow the last byte of an early answer. */
    static byte[] untilClose(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                body.write(buffer, 0, count);
                requireRoom(body.size());
            }
        } catch (SocketException | SSLException e) {
            // What came is all that there will be.
        } catch (SocketTimeoutException e) {
            throw new BrokenAnswer("no length is told, and the connection is not closed", e);
        }
        return body.toByteArray();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            requireRoom(body.size());
            if (!line("the connection was closed after a chunk").isEmpty()) {
                throw new BrokenAnswer("a chunk is longer than its size");
            }
        }
        trailers();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String size = line("the connection was closed before the last chunk")
                .split(";", 2)[0]
                .strip();
        if (!size.matches("\\p{XDigit}{1,16}")) {
            throw new BrokenAnswer(String.format(Locale.ROOT, "a chunk has the size '%s'", size));
        }
        requireRoom(Long.parseUnsignedLong(size, 16));
        return Integer.parseInt(size, 16);
    }

    // After the last chunk all of the body is there, whether or not the trailers end as they should.
    private void trailers() throws IOException {
        try {
            headers();
        } catch (BrokenAnswer e) {
            if (!(e.getCause() instanceof EOFException)) {
                throw e;
            }
        }
    }

    byte[] exactly(long size) throws IOException {
        requireRoom(size);
        byte[] bytes = new byte[(int) size];
        int read = 0;
        try {
            for (int count = 0; count >= 0 && read < size; read += Math.max(count, 0)) {
                count = in.read(bytes, read, bytes.length - read);
            }
        } catch (SocketException | SocketTimeoutException e) {
            throw new BrokenAnswer(cutShort(read, size, String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            // REST Assured's client has words of its own for an early end, with numbers in the machine's locale.
            throw new BrokenAnswer(cutShort(read, size, "the connection was closed"), e);
        }
        if (read < size) {
            throw new BrokenAnswer(cutShort(read, size, "the connection was closed"));
        }
        return bytes;
    }

    /** Says how much of a body is there. */
    static String cutShort(long read, long size, String why) {
        return String.format(Locale.ROOT, "%s after %d of %s", why, read, Words.count(size, "byte"));
    }

    /** Reads all of a stream, unless that is too much. */
    static byte[] limited(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
        requireRoom(bytes.length);
        return bytes;
    }

    private static void requireRoom(long size) throws BrokenAnswer {
        if (size < 0 || size > LARGEST_BODY) {
            throw new BrokenAnswer(String.format(Locale.ROOT, "its body is larger than %d bytes", LARGEST_BODY));
        }
    }

    // A line ends with LF, with or without CR before it.
    private String line(String closed) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException(closed);
            }
            if (line.size() >= LARGEST_LINE) {
                throw new BrokenAnswer("it has a line without end");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
