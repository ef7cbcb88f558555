package dev.casesaudit.server.http;

import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.Errors;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;

/**
 * Stands before JAX-RS: gives every answer its request id, and lets through only requests for the operation whose route, body
 * size and media types are right. What it lets through, JAX-RS finds nothing to add to.
 */
@ApplicationScoped
public class OperationGate {

    // Quarkus's own filters have priorities up to 300 (CORS): ids go before all of them, the gate after.
    private static final int FIRST = 1_000;
    private static final int AFTER_QUARKUS = 50;

    private static final BigInteger SMALLEST_LIMIT = BigInteger.valueOf(1 << 10);
    private static final BigInteger LARGEST_LIMIT = BigInteger.valueOf(10 << 20);

    private final long maxBodySize;

    OperationGate(CasesConfig config) {
        this.maxBodySize = bodyLimit(config.limits().body().asBigInteger());
    }

    private static long bodyLimit(BigInteger configured) {
        if (configured.compareTo(SMALLEST_LIMIT) < 0 || configured.compareTo(LARGEST_LIMIT) > 0) {
            throw new ConfigurationException("cases.limits.body: expected from 1K to 10M (%d to %d bytes), got %d bytes"
                    .formatted(SMALLEST_LIMIT, LARGEST_LIMIT, configured));
        }
        return configured.longValueExact();
    }

    void register(@Observes Filters filters) {
        filters.register(OperationGate::identify, FIRST);
        filters.register(this::admit, AFTER_QUARKUS);
    }

    void catchFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(OperationGate::fail);
    }

    private static void identify(RoutingContext context) {
        context.response().putHeader(RequestIds.HEADER, RequestIds.next());
        context.next();
    }

    private void admit(RoutingContext context) {
        // Also where dots would lead: /q/../domains is not ours, whatever it begins with.
        if (isOurOwn(context.request().path()) && isOurOwn(context.normalizedPath())) {
            context.next();
            return;
        }
        try {
            Labels labels = route(context.request());
            new BodyReader(context, maxBodySize).read(body -> enter(context, labels, body));
        } catch (ServiceException e) {
            ErrorAnswers.send(e.error(), context.response());
        }
    }

    // What the service does not have and the mock does: health, metrics, documents.
    private static boolean isOurOwn(String path) {
        return path.startsWith("/q/") || path.equals("/q");
    }

    private static Labels route(HttpServerRequest request) {
        return Labels.of(request.path())
                .filter(labels -> request.method().equals(HttpMethod.POST))
                .orElseThrow(() -> new ServiceException(
                        ErrorType.UNKNOWN_OPERATION,
                        "No operation answers %s %s".formatted(request.method(), request.path())));
    }

    private static void enter(RoutingContext context, Labels labels, Buffer body) {
        HttpServerRequest request = context.request();
        try {
            MediaTypes.requireJson(request.getHeader(HttpHeaderNames.CONTENT_TYPE), body.length() == 0);
            MediaTypes.requireJsonAccepted(request.headers().getAll(HttpHeaderNames.ACCEPT));
        } catch (ServiceException e) {
            ErrorAnswers.send(e.error(), context.response());
            return;
        }
        // JAX-RS would judge these again, by other rules, and promise a second time to read the body.
        request.headers().remove(HttpHeaderNames.EXPECT);
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        request.headers().set(HttpHeaderNames.ACCEPT, MediaType.APPLICATION_JSON);
        labels.attachTo(context);
        // JAX-RS reads a body from here, if there is one, and not from the request, which has ended.
        ((RoutingContextInternal) context).setBody(body);
        context.next();
    }

    private static void fail(RoutingContext context) {
        Throwable failure = context.failure();
        ServiceError error = failure == null || context.statusCode() != 500
                ? Errors.of(context.statusCode(), failure)
                : Errors.of(failure);
        if (!context.response().headers().contains(RequestIds.HEADER)) {
            context.response().putHeader(RequestIds.HEADER, RequestIds.next());
        }
        ErrorAnswers.send(error, context.response());
    }
}
