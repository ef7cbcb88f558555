package dev.casesaudit.conformance.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The smallest target: all cases have the same three events, or none exists. */
final class Endpoint implements AutoCloseable {

    static {
        // Headers and body are two writes. Without this, the second one waits for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String EVENT = """
            {"eventId":"e%d","type":"Case.Created","performedTime":"2026-01-02T03:04:05Z","fields":[]}""";

    private final HttpServer server;

    private Endpoint(int status, String error, String body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("content-type", "application/json");
                exchange.getResponseHeaders().set("x-amzn-requestid", "r");
                if (!error.isEmpty()) {
                    exchange.getResponseHeaders().set("x-amzn-errortype", error);
                }
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    static Endpoint withThreeEvents() throws IOException {
        return new Endpoint(
                200,
                "",
                "{\"auditEvents\":[%s,%s,%s]}"
                        .formatted(
                                String.format(Locale.ROOT, EVENT, 1),
                                String.format(Locale.ROOT, EVENT, 2),
                                String.format(Locale.ROOT, EVENT, 3)));
    }

    static Endpoint withoutTheCase() throws IOException {
        return new Endpoint(
                404,
                "ResourceNotFoundException",
                "{\"message\":\"No such case.\",\"resourceId\":\"c\",\"resourceType\":\"Case\"}");
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
