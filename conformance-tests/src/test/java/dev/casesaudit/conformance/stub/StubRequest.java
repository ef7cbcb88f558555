package dev.casesaudit.conformance.stub;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request to the stub.
 *
 * @param path the encoded path, without the query
 */
public record StubRequest(HttpExchange exchange, String method, String path, String body) {

    static StubRequest read(HttpExchange exchange) throws IOException {
        // ISO 8859-1 keeps all bytes, so that invalid UTF-8 can be detected.
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        return new StubRequest(
                exchange, exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), body);
    }

    /** Returns the request with another path. */
    public StubRequest to(String other) {
        return new StubRequest(exchange, method, other, body);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** Decodes percent-encoding. */
    public static String decoded(String label) {
        return URLDecoder.decode(label.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
