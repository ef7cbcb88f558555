package dev.casesaudit.conformance.legal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Stands before a server that closes its connections, and changes the letter case of the headers of its answers, which the
 * stub's own HTTP server does not let be chosen.
 */
final class LetterCaseProxy implements AutoCloseable {

    private final URI server;
    private final UnaryOperator<String> letterCase;
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    LetterCaseProxy(URI server, UnaryOperator<String> letterCase) {
        this.server = server;
        this.letterCase = letterCase;
        try {
            socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    URI endpoint() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> relay(client));
            } catch (IOException e) {
                // Closed, as at the end of every test.
                return;
            }
        }
    }

    private void relay(Socket client) {
        try (client;
                Socket upstream = new Socket(server.getHost(), server.getPort())) {
            threads.execute(() -> copy(client, upstream));
            InputStream in = upstream.getInputStream();
            OutputStream out = client.getOutputStream();
            out.write(head(in).getBytes(StandardCharsets.ISO_8859_1));
            in.transferTo(out);
        } catch (IOException e) {
            // The client sees a closed connection, which is all that could be told it.
            return;
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The answer was complete, and the other direction closed both.
            return;
        }
    }

    private String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = head.isEmpty() ? -1 : line.indexOf(':');
            String name = letterCase.apply(line.substring(0, Math.max(colon, 0)));
            head.append(name).append(line.substring(Math.max(colon, 0))).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
