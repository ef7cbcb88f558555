package dev.casesaudit.server.http;

import dev.casesaudit.server.auth.Signatures;
import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.Errors;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Journal;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Stands before JAX-RS: gives every answer its request id, and lets through only requests for the operation whose route, body
 * size and media types are right. What it lets through, JAX-RS finds nothing to add to.
 */
@ApplicationScoped
public class OperationGate {

    // Quarkus's own filters have priorities up to 300 (CORS): ids go before all of them, the gate after.
    private static final int FIRST = 1_000;
    private static final int AFTER_QUARKUS = 50;

    private final Journal journal;
    private final ControlGate control;
    private final Signatures signatures;
    private final long maxBodySize;

    OperationGate(CasesConfig config, Journal journal, ControlGate control, Signatures signatures) {
        this.journal = journal;
        this.signatures = signatures;
        this.control = control;
        this.maxBodySize = BodyLimit.of("cases.limits.body", config.limits().body(), "10M");
    }

    void register(@Observes Filters filters) {
        filters.register(OperationGate::identify, FIRST);
        filters.register(this::admit, AFTER_QUARKUS);
    }

    void catchFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(OperationGate::fail);
    }

    private static void identify(RoutingContext context) {
        context.response().putHeader(RequestIds.HEADER, RequestIds.next()).putHeader(HttpHeaderNames.DATE, Dates.now());
        context.next();
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isUnder("/q", context)) {
            context.next();
        } else if (isUnder("/_mock", context)) {
            control.admit(context);
        } else {
            operation(context, request, begin(context, request));
        }
    }

    // Also where dots would lead: /q/../domains is not ours, whatever it begins with.
    private static boolean isUnder(String root, RoutingContext context) {
        return isUnder(root, context.request().path()) && isUnder(root, context.normalizedPath());
    }

    private static boolean isUnder(String root, String path) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }

    private Attempt begin(RoutingContext context, HttpServerRequest request) {
        Attempt attempt = journal.begin(
                request.method().name(), request.path(), request.headers(), request.getHeader(Attempt.CALL_ID));
        CurrentRequest.attach(context, attempt);
        context.addEndHandler(ended -> end(attempt, context.response(), ended.succeeded()));
        return attempt;
    }

    private static void end(Attempt attempt, HttpServerResponse response, boolean complete) {
        MultiMap headers = response.headers();
        String retryAfter = headers.get(HttpHeaderNames.RETRY_AFTER);
        attempt.ends(
                response.headWritten() ? response.getStatusCode() : 0,
                headers.get(ErrorType.HEADER),
                retryAfter == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(retryAfter)),
                complete);
    }

    private void operation(RoutingContext context, HttpServerRequest request, Attempt attempt) {
        Labels labels;
        try {
            labels = route(request);
        } catch (ServiceException e) {
            journal.add(attempt);
            ErrorAnswers.send(e.error(), context.response());
            return;
        }
        attempt.names(labels.key());
        journal.add(attempt);
        new BodyReader(context, maxBodySize).read(body -> enter(context, labels, attempt, body));
    }

    private static Labels route(HttpServerRequest request) {
        return Labels.of(request.path())
                .filter(labels -> request.method().equals(HttpMethod.POST))
                .orElseThrow(() -> new ServiceException(
                        ErrorType.UNKNOWN_OPERATION,
                        "No operation answers %s %s".formatted(request.method(), request.path())));
    }

    private void enter(RoutingContext context, Labels labels, Attempt attempt, Buffer body) {
        HttpServerRequest request = context.request();
        attempt.sent(body.getBytes(0, Attempt.keptOf(body.length())), body.length());
        try {
            signatures.check(request, labels.domainId(), body);
            MediaTypes.requireJson(request.getHeader(HttpHeaderNames.CONTENT_TYPE), body.length() == 0);
            MediaTypes.requireJsonAccepted(request.headers().getAll(HttpHeaderNames.ACCEPT));
        } catch (ServiceException e) {
            ErrorAnswers.send(e.error(), context.response());
            return;
        }
        showJson(request, attempt);
        if (!labels.plain()) {
            CanonicalPath.show(context, labels.canonicalPath());
        }
        // JAX-RS reads a body from here, if there is one, and not from the request, which has ended.
        ((RoutingContextInternal) context).setBody(body);
        context.next();
    }

    // JAX-RS would judge these again, by other rules, and promise a second time to read the body.
    private static void showJson(HttpServerRequest request, Attempt attempt) {
        MultiMap headers = request.headers();
        if (isJson(headers.get(HttpHeaderNames.CONTENT_TYPE))
                && !headers.contains(HttpHeaderNames.ACCEPT)
                && !headers.contains(HttpHeaderNames.EXPECT)) {
            return;
        }
        // The journal keeps what was sent.
        attempt.sends(MultiMap.caseInsensitiveMultiMap().addAll(headers));
        headers.remove(HttpHeaderNames.EXPECT);
        headers.remove(HttpHeaderNames.ACCEPT);
        headers.set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }

    private static boolean isJson(@Nullable String contentType) {
        return MediaType.APPLICATION_JSON.equals(contentType);
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
