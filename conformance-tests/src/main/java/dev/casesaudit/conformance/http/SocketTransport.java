package dev.casesaudit.conformance.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends requests that no HTTP client would send, each through a socket of its own. */
final class SocketTransport implements Transport {

    private final Connector connector;
    private final AnswerLimits limits;
    private final Deadline deadline = new Deadline();
    private final ExecutorService writers = Executors.newCachedThreadPool(Daemons.named("socket writer"));

    SocketTransport(Connector connector, AnswerLimits limits) {
        this.connector = connector;
        this.limits = limits;
    }

    @Override
    public Reply.Answer send(Request request, Duration timeout) throws IOException {
        long start = System.nanoTime();
        deadline.in(timeout);
        try (Socket socket = connector.connect(deadline)) {
            writers.execute(() -> write(socket, bytes(request)));
            return new AnswerReader(new BufferedInputStream(socket.getInputStream()), limits)
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

    private byte[] bytes(Request request) {
        StringBuilder head = new StringBuilder();
        head.append(
                String.format(Locale.ROOT, "%s %s HTTP/1.1\r\n", request.method(), connector.requestTarget(request)));
        if (request.headers().stream().noneMatch(header -> header.is("host"))) {
            head.append(String.format(Locale.ROOT, "host: %s\r\n", connector.host()));
        }
        boolean framed = request.headers().stream()
                .anyMatch(header -> header.is("content-length") || header.is("transfer-encoding"));
        if (!framed) {
            head.append(String.format(
                    Locale.ROOT, "content-length: %d\r\n", request.body().size()));
        }
        request.headers()
                .forEach(
                        header -> head.append(String.format(Locale.ROOT, "%s: %s\r\n", header.name(), header.value())));
        connector
                .proxyHeaders()
                .forEach(
                        header -> head.append(String.format(Locale.ROOT, "%s: %s\r\n", header.name(), header.value())));
        head.append("connection: close\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(request.body().bytes());
        return all.toByteArray();
    }
}
