package dev.casesaudit.conformance.http;

import dev.casesaudit.conformance.stub.RawServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a beginning and then the same bytes again and again, until the client closes the connection. Each connection
 * gets the next response.
 */
public final class EndlessServer implements AutoCloseable {

    private final RawServer server = new RawServer(this::serve);
    private final List<Response> responses;
    private final Duration pause;
    private final AtomicInteger connections = new AtomicInteger();

    /** A response. Without a rest, the connection is closed after the beginning. */
    public record Response(String beginning, String rest) {

        public Response with(String text, String other) {
            return new Response(beginning.replace(text, other), rest);
        }
    }

    EndlessServer(String beginning, String rest) {
        this(beginning, rest, Duration.ZERO);
    }

    /** Waits before each repetition. */
    public EndlessServer(String beginning, String rest, Duration pause) {
        this(List.of(new Response(beginning, rest)), pause);
    }

    private EndlessServer(List<Response> responses, Duration pause) {
        this.responses = List.copyOf(responses);
        this.pause = pause;
    }

    public static EndlessServer inTurn(List<Response> responses) {
        return new EndlessServer(responses, Duration.ZERO);
    }

    public URI endpoint() {
        return server.endpoint();
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(Socket connection) throws IOException, InterruptedException {
        Response response = responses.get(connections.getAndIncrement() % responses.size());
        byte[] repeated = response.rest().getBytes(StandardCharsets.ISO_8859_1);
        try (connection) {
            connection.getInputStream().read(new byte[65_536]);
            connection.getOutputStream().write(response.beginning().getBytes(StandardCharsets.ISO_8859_1));
            while (repeated.length > 0) {
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                connection.getOutputStream().write(repeated);
            }
        }
    }
}
