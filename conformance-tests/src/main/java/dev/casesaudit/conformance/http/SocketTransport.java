package dev.casesaudit.conformance.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends requests that no HTTP client would send, each through a socket of its own. */
final class SocketTransport implements Transport {

    private final Connector connector;
    private final ResponseLimits limits;
    private final Deadline deadline = new Deadline();
    private final ExecutorService writers = Executors.newCachedThreadPool(Daemons.named("socket writer"));

    SocketTransport(Connector connector, ResponseLimits limits) {
        this.connector = connector;
        this.limits = limits;
    }

    @Override
    public Reply.Response send(Request request, Duration timeout) throws IOException {
        long start = System.nanoTime();
        deadline.in(timeout);
        try (Socket socket = connector.connect(deadline)) {
            byte[] bytes = request.bytes(connector.requestTarget(request), connector.host(), connector.proxyHeaders());
            writers.execute(() -> write(socket, bytes));
            return new ResponseReader(new BufferedInputStream(socket.getInputStream()), limits)
                    .read(request.method(), start);
        }
    }

    @Override
    public void close() {
        writers.shutdownNow();
    }

    // If writing fails, reading shows whether the target answered early or closed the connection.
    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            return;
        }
    }
}
