package dev.casesaudit.server.console;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Serves the scripts and styles of the console from the class path. */
@ApplicationScoped
class ConsoleRoute {

    private static final String PATH = "/_mock/console/";
    private static final Pattern NAME = Pattern.compile("(?:[a-z][a-z-]*/)*[A-Za-z][A-Za-z.-]*\\.(?:js|css)");

    void register(@Observes Router router) {
        // Before JAX-RS, and on a worker thread since it reads files.
        router.route(PATH + "*")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(-1)
                .blockingHandler(ConsoleRoute::serve, false);
    }

    private static void serve(RoutingContext context) {
        String path = context.request().path();
        // The route also matches the path without the last slash.
        String name = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
        Optional<byte[]> file = NAME.matcher(name).matches() ? file(name) : Optional.empty();
        if (file.isEmpty()) {
            context.next();
            return;
        }
        String tag = tag(file.get());
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, MimeMapping.getMimeTypeForFilename(name) + ";charset=UTF-8")
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaderNames.ETAG, tag)
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("cross-origin-resource-policy", "same-origin");
        if (tag.equals(context.request().getHeader(HttpHeaderNames.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(file.get().length));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(Buffer.buffer(file.get()));
        }
    }

    private static Optional<byte[]> file(String name) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream("console/" + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("the program's own files can be read", e);
        }
    }

    private static String tag(byte[] file) {
        try {
            return '"'
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(file), 0, 12)
                    + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
