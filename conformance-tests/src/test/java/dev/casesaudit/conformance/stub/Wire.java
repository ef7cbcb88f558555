package dev.casesaudit.conformance.stub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes the bytes in front of a server, for flaws that the HTTP server of the stub does not allow. One request per
 * connection.
 */
public final class Wire implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding: *chunked");
    private static final Pattern CONNECTION = Pattern.compile("(?im)^connection:.*\r\n");

    private final RawServer front = new RawServer(this::pass);
    private final int server;
    private final Change change;

    /** A change of the bytes in ISO 8859-1. */
    public interface Change {

        /** Changes a request. */
        default String request(String request) {
            return request;
        }

        /** Changes the response to a request. */
        default String response(String request, String response) {
            return response;
        }
    }

    Wire(int server, Change change) {
        this.server = server;
        this.change = change;
    }

    URI endpoint() {
        return front.endpoint();
    }

    @Override
    public void close() {
        front.close();
    }

    private void pass(Socket client) throws IOException {
        try (client) {
            String request = read(client.getInputStream());
            String response = change.response(request, ask(change.request(request)));
            client.getOutputStream().write(response.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private String ask(String request) throws IOException {
        String closing = CONNECTION.matcher(request).replaceAll("").replaceFirst("\r\n", "\r\nconnection: close\r\n");
        try (Socket backend = new Socket(InetAddress.getLoopbackAddress(), server)) {
            backend.getOutputStream().write(closing.getBytes(StandardCharsets.ISO_8859_1));
            return new String(backend.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String read(InputStream in) throws IOException {
        String head = until(in, "\r\n\r\n");
        Matcher length = LENGTH.matcher(head);
        if (CHUNKED.matcher(head).find()) {
            return head + until(in, "0\r\n\r\n");
        }
        return length.find()
                ? head + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.ISO_8859_1)
                : head;
    }

    private static String until(InputStream in, String end) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < end.length()) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            read.write(next);
            matched = next == end.charAt(matched) ? matched + 1 : next == end.charAt(0) ? 1 : 0;
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }
}
