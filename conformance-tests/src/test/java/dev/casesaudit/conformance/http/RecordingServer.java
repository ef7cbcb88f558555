package dev.casesaudit.conformance.http;

import dev.casesaudit.conformance.stub.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records each request and sends prepared responses, the last one repeatedly. Closes the connection after each
 * response.
 */
public final class RecordingServer implements AutoCloseable {

    public static final String OK = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final List<byte[]> responses;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final RawServer server = new RawServer(this::serve);
    private volatile boolean slowly;
    private volatile boolean leftOpen;

    public RecordingServer(String... responses) {
        this(List.of(responses).stream()
                .map(response -> response.getBytes(StandardCharsets.ISO_8859_1))
                .toList());
    }

    RecordingServer(List<byte[]> responses) {
        this.responses = responses;
    }

    /** Sends each byte separately. */
    RecordingServer slowly(boolean byByte) {
        slowly = byByte;
        return this;
    }

    /** Leaves connections open after a response. */
    RecordingServer leftOpen() {
        leftOpen = true;
        return this;
    }

    public URI endpoint() {
        return server.endpoint();
    }

    /** Returns the requests in ISO 8859-1. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(Socket connection) throws IOException {
        String request = read(connection.getInputStream());
        byte[] response;
        synchronized (this) {
            requests.add(request);
            response = responses.get(Math.min(requests.size(), responses.size()) - 1);
        }
        write(connection, response);
        if (!leftOpen) {
            connection.close();
        }
    }

    private void write(Socket connection, byte[] response) throws IOException {
        connection.setTcpNoDelay(true);
        if (!slowly) {
            connection.getOutputStream().write(response);
            return;
        }
        for (byte one : response) {
            connection.getOutputStream().write(one);
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        String text = "";
        while (!text.contains("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return text;
            }
            received.write(next);
            text = received.toString(StandardCharsets.ISO_8859_1);
        }
        Matcher length = LENGTH.matcher(text);
        if (length.find()) {
            received.write(in.readNBytes(Integer.parseInt(length.group(1))));
        }
        return received.toString(StandardCharsets.ISO_8859_1);
    }
}
