package dev.casesaudit.server.http;

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
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Serves the files of Swagger UI from the class path.
 *
 * <p>Quarkus's handler would make Vert.x copy each file to a temporary folder first, and a container may have none.
 */
@ApplicationScoped
class SwaggerUiRoute {

    private static final String PATH = "/q/swagger-ui/";
    // The place of the files in a build. In dev mode Quarkus serves them from elsewhere.
    private static final String FILES = "META-INF/io.smallrye_smallrye-open-api-ui__jar/META-INF/resources/openapi-ui/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

    void register(@Observes Router router) {
        // On a worker thread: the largest file has more than 1 MB.
        router.route(PATH + "*")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .blockingHandler(SwaggerUiRoute::serve, false);
    }

    private static void serve(RoutingContext context) {
        String rest = context.request().path().substring(PATH.length());
        String name = rest.isEmpty() ? "index.html" : rest;
        Optional<byte[]> file = NAME.matcher(name).matches() ? file(name) : Optional.empty();
        if (file.isEmpty()) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, contentType(name))
                // Prevents clickjacking: the page can change the world.
                .putHeader(HttpHeaderNames.X_FRAME_OPTIONS, "DENY")
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "public, immutable, max-age=86400")
                .putHeader(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(file.get().length));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(Buffer.buffer(file.get()));
        }
    }

    private static Optional<byte[]> file(String name) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILES + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("the program's own files can be read", e);
        }
    }

    private static String contentType(String name) {
        String type =
                Optional.ofNullable(MimeMapping.getMimeTypeForFilename(name)).orElse("application/octet-stream");
        return type.startsWith("text/") || type.endsWith("javascript") ? type + ";charset=UTF-8" : type;
    }
}
