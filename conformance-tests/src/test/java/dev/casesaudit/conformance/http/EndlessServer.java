package dev.casesaudit.conformance.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Answers every connection with a beginning and then the same bytes again and again, for as long as somebody reads. */
public final class EndlessServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String beginning;
    private final String rest;
    private final Duration pause;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("endless server"));

    public EndlessServer(String beginning, String rest) {
        this(beginning, rest, Duration.ZERO);
    }

    /** Waits for so long before each repetition. */
    public EndlessServer(String beginning, String rest, Duration pause) {
        this.beginning = beginning;
        this.rest = rest;
        this.pause = pause;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::serve);
    }

    public URI endpoint() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    @Override
    public void close() {
        threads.shutdownNow();
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
                threads.execute(() -> answer(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket connection) {
        byte[] repeated = rest.getBytes(StandardCharsets.ISO_8859_1);
        try (connection) {
            connection.getInputStream().read();
            connection.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            while (!Thread.interrupted()) {
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                connection.getOutputStream().write(repeated);
            }
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
