package dev.casesaudit.server.http;

import dev.casesaudit.server.behaviour.fault.Fault;
import dev.casesaudit.server.behaviour.fault.Outcome;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.json.EncodedJson;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Sends one response with a fault. */
final class FaultyResponse {

    // Frequent enough to look steady, rare enough to cost little.
    private static final long TICKS_A_SECOND = 20;

    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    private final RoutingContext context;
    private final HttpServerResponse response;
    private final Fault fault;
    private final Duration longest;
    private final int status;
    private final Supplier<Map<String, String>> headers;
    private final EncodedJson document;

    // The pending timers. Each keeps the whole request in memory.
    private final Set<Long> timers = new HashSet<>();

    private FaultyResponse(
            RoutingContext context,
            Fault fault,
            Duration longest,
            int status,
            Supplier<Map<String, String>> headers,
            EncodedJson document) {
        this.context = context;
        this.response = context.response();
        this.fault = fault;
        this.longest = longest;
        this.status = status;
        this.headers = headers;
        this.document = document;
    }

    /** @param longest the duration of a fault that does not end by itself */
    static FaultyResponse of(EncodedJson document, RoutingContext context, Fault fault, Duration longest) {
        return new FaultyResponse(context, fault, longest, 200, () -> JSON, document);
    }

    /** @param longest the duration of a fault that does not end by itself */
    static FaultyResponse of(ServiceError error, RoutingContext context, Fault fault, Duration longest) {
        return new FaultyResponse(context, fault, longest, error.status(), error::headers, error.document());
    }

    /** Starts the response, and returns at once. */
    void begin() {
        context.addEndHandler(ended -> timers.forEach(context.vertx()::cancelTimer));
        after(fault.latency().toMillis(), this::send);
    }

    private void send() {
        if (response.closed()) {
            return;
        }
        Outcome outcome = fault.outcome();
        if (outcome instanceof Outcome.Reset) {
            reset();
        } else if (outcome instanceof Outcome.Close close) {
            close(close.midway());
        } else if (outcome instanceof Outcome.Lost) {
            close(false);
        } else if (outcome instanceof Outcome.Hang) {
            after(longest.toMillis(), () -> context.request().connection().close());
        } else if (outcome instanceof Outcome.Slow slow) {
            slowly(slow.bytesPerSecond());
        } else if (outcome instanceof Outcome.Malformed) {
            end(head(), ResponseBytes.ofFirstHalf(document));
        } else if (outcome instanceof Outcome.Html html) {
            html(html.status());
        } else if (outcome instanceof Outcome.WrongContentType wrong) {
            end(head().putHeader(HttpHeaders.CONTENT_TYPE, wrong.type()), ResponseBytes.of(document));
        } else {
            end(head(), ResponseBytes.of(document));
        }
    }

    private static void end(HttpServerResponse begun, ResponseBytes bytes) {
        bytes.endTo(begun, sent -> {});
    }

    private HttpServerResponse head() {
        response.setStatusCode(status);
        // Computed now, as a Retry-After date counts from here.
        headers.get().forEach(response::putHeader);
        return response;
    }

    // SO_LINGER 0 turns the close into a reset. Nobody waits for the future.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void reset() {
        Channel channel = ((ConnectionBase) context.request().connection()).channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        // Below the TLS handler, which would send a close_notify first.
        channel.pipeline().firstContext().close();
    }

    private void close(boolean midway) {
        if (!midway) {
            context.request().connection().close();
            return;
        }
        ResponseBytes.ofFirstHalf(document)
                .writeTo(announce(), written -> context.request().connection().close());
    }

    private HttpServerResponse announce() {
        return head().putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(document.length()));
    }

    private void html(int htmlStatus) {
        String title = String.format(Locale.ROOT, "%d Mock Gateway", htmlStatus);
        response.setStatusCode(htmlStatus)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html")
                .end(Buffer.buffer(String.format(
                                Locale.ROOT,
                                "<html><head><title>%s</title></head><body><h1>%s</h1></body></html>\n",
                                title,
                                title)
                        .getBytes(StandardCharsets.US_ASCII)));
    }

    private void slowly(int bytesPerSecond) {
        announce();
        after(longest.toMillis(), () -> context.request().connection().close());
        write(
                ResponseBytes.of(document),
                (int) Math.max(1, bytesPerSecond / TICKS_A_SECOND),
                Math.max(1, 1000 / Math.min(bytesPerSecond, TICKS_A_SECOND)));
    }

    private void write(ResponseBytes bytes, int size, long pauseMillis) {
        if (response.closed()) {
            return;
        }
        if (bytes.left() <= size) {
            end(response, bytes);
            return;
        }
        // Not before the client has read the last piece.
        bytes.writePieceTo(response, size)
                .onSuccess(written -> after(pauseMillis, () -> write(bytes, size, pauseMillis)));
    }

    private void after(long millis, Runnable next) {
        if (millis == 0) {
            next.run();
            return;
        }
        timers.add(context.vertx().setTimer(millis, timer -> {
            timers.remove(timer);
            next.run();
        }));
    }
}
