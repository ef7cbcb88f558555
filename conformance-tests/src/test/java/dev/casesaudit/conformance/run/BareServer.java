package dev.casesaudit.conformance.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accepts connections and says the same few bytes on each, or nothing and keeps it open. */
final class BareServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Optional<String> words;
    private final List<Socket> open = new ArrayList<>();

    private BareServer(Optional<String> words) {
        this.words = words;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "bare server");
        thread.setDaemon(true);
        thread.start();
    }

    static BareServer saying(String words) {
        return new BareServer(Optional.of(words));
    }

    static BareServer silent() {
        return new BareServer(Optional.empty());
    }

    URI endpoint() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                if (words.isPresent()) {
                    // Read first: a connection that is closed over unread bytes is reset, and its last words are lost.
                    connection.setSoTimeout(1000);
                    connection.getInputStream().read(new byte[64 * 1024]);
                    connection.getOutputStream().write(words.get().getBytes(StandardCharsets.ISO_8859_1));
                    connection.close();
                }
            } catch (IOException e) {
                // The kit went away, or the test is over.
            }
        }
    }
}
