package dev.casesaudit.conformance.capture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A target that sends a response for each request, by its number and its body. */
public final class CaptureTarget implements AutoCloseable {

    static {
        // Headers and body are two writes. Without this, the second one waits for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** A response, or with the status 0 none at all; a header may be empty. */
    public record Reply(int status, String header, String value, String body) {

        public static Reply page(String body) {
            return new Reply(200, "", "", body);
        }
    }

    private final HttpServer server;
    private final List<String> requests = new ArrayList<>();
    private final BiFunction<Integer, String, Reply> replies;

    public CaptureTarget(BiFunction<Integer, String, Reply> replies) throws IOException {
        this.replies = replies;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    /** A target whose cases have one page each. */
    public static CaptureTarget of(String... events) throws IOException {
        String page = "{\"auditEvents\":[" + String.join(",", events) + "]}";
        return new CaptureTarget((number, body) -> Reply.page(page));
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Returns the paths and bodies of all requests. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestURI().getRawPath() + " " + body);
            Reply reply = replies.apply(requests.size(), body);
            if (reply.status() == 0) {
                return;
            }
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            if (!reply.header().isEmpty()) {
                exchange.getResponseHeaders().set(reply.header(), reply.value());
            }
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
