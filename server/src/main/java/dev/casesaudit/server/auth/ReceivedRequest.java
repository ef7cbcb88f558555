package dev.casesaudit.server.auth;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The parts of a request that a signature covers.
 *
 * @param path as in the request line, not decoded
 * @param headers as received, before anything changed them
 */
record ReceivedRequest(String method, String path, QueryString query, MultiMap headers, Buffer body) {

    static ReceivedRequest of(HttpServerRequest request, Buffer body) {
        return new ReceivedRequest(
                request.method().name(),
                request.path(),
                QueryString.of(Objects.requireNonNullElse(request.query(), "")),
                request.headers(),
                body);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    List<String> headerValues(String name) {
        return headers.getAll(name);
    }
}
