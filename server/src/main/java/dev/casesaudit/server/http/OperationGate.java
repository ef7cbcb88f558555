package dev.casesaudit.server.http;

import dev.casesaudit.server.auth.Signatures;
import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.Errors;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Journal;
import dev.casesaudit.server.journal.RetryAdvice;
import dev.casesaudit.server.metrics.Metrics;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The first handler of each request: sets the request id, and passes requests on to the operation or the control API
 * once route, body size, signature and media types are valid.
 */
@ApplicationScoped
public class OperationGate {

    // Quarkus's own filters have priorities up to 300 (CORS): ids come before all of them, the gate after.
    private static final int FIRST = 1_000;
    private static final int AFTER_QUARKUS = 50;

    private final Journal journal;
    private final Metrics metrics;
    private final IndexPage index;
    private final ControlGate control;
    private final Operations operations;
    private final OperationCalls calls;
    private final Signatures signatures;
    private final boolean readsBehaviourHeaders;
    private final long maxBodySize;

    OperationGate(
            CasesConfig config,
            Journal journal,
            Metrics metrics,
            IndexPage index,
            ControlGate control,
            Signatures signatures,
            Operations operations,
            OperationCalls calls) {
        this.journal = journal;
        this.metrics = metrics;
        this.signatures = signatures;
        this.index = index;
        this.control = control;
        this.operations = operations;
        this.calls = calls;
        this.readsBehaviourHeaders = config.control().enabled();
        this.maxBodySize = config.limits().body().asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(OperationGate::identify, FIRST);
        filters.register(this::admit, AFTER_QUARKUS);
    }

    void catchFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(OperationGate::fail);
    }

    private static void identify(RoutingContext context) {
        CommonHeaders.set(context.response().headers()::add);
        context.next();
    }

    private void admit(RoutingContext context) {
        String path = context.request().path();
        if (index.answers(context.request())) {
            if (isUnder("/_mock", path)) {
                control.admitToPage(context, index::send);
            } else {
                index.send(context);
            }
        } else if (isUnder("/q", path, context)) {
            if (isUnder("/q/swagger-ui", context.normalizedPath())) {
                control.admitToPage(context, RoutingContext::next);
            } else {
                context.next();
            }
        } else if (isUnder("/_mock/console", path, context) && control.hasConsole(context.request())) {
            control.admitToPage(context, RoutingContext::next);
        } else if (isUnder("/_mock", path, context)) {
            control.admit(context);
        } else {
            call(CurrentRequest.begin(context, journal, metrics, readsBehaviourHeaders));
        }
    }

    // Also checks resolved dots: /q/../domains is not under /q.
    private static boolean isUnder(String root, String path, RoutingContext context) {
        return isUnder(root, path) && isUnder(root, context.normalizedPath());
    }

    private static boolean isUnder(String root, String path) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }

    private void call(CurrentRequest current) {
        Operations.Call call;
        HttpServerRequest request = current.context().request();
        try {
            call = operations.find(request.method().name(), request.path());
        } catch (ServiceException e) {
            record(current);
            current.refuse(e.error());
            return;
        }
        current.setCall(call.served().contract().id(), call.labels());
        record(current);
        BodyReader.read(current.context(), maxBodySize, new BodyReader.Reading() {
            @Override
            public void read(Buffer body) {
                enter(call, current, body);
            }

            @Override
            public void isRefused() {
                current.noteEnd();
            }

            @Override
            public void isBroken() {
                current.complete(0, null, RetryAdvice.NONE, false);
            }
        });
    }

    private void record(CurrentRequest current) {
        if (current.isRecorded()) {
            journal.add(current.attempt());
        }
    }

    private void enter(Operations.Call call, CurrentRequest current, Buffer body) {
        MultiMap headers = current.headers();
        current.attempt().setBody(body.getBytes(0, Attempt.keptOf(body.length())), body.length());
        try {
            signatures.check(
                    current.context().request(),
                    call.served().contract().id(),
                    current.key().domainId(),
                    body);
            MediaTypes.requireJson(current.context().request(), body.length() == 0);
            MediaTypes.requireJsonAccepted(headers.getAll(HttpHeaderNames.ACCEPT));
        } catch (ServiceException e) {
            current.refuse(e.error());
            return;
        }
        calls.answer(call, current, body);
    }

    private static void fail(RoutingContext context) {
        Throwable failure = context.failure();
        ServiceError error = failure == null || context.statusCode() != 500
                ? Errors.of(context.statusCode(), failure)
                : Errors.of(failure);
        MultiMap headers = context.response().headers();
        if (!headers.contains(RequestIds.HEADER)) {
            CommonHeaders.setUnfiltered(headers::set);
        }
        ErrorAnswers.send(error, context.response());
    }
}
