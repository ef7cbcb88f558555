package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the body of one request into memory, up to a limit. */
final class BodyReader {

    private static final Buffer EMPTY = Buffer.buffer();

    // What a client that does not stop writing may cost: the largest body that a configuration could let in, and some
    // more.
    private static final long LINGER_MILLIS = 5_000;
    private static final long LARGEST_DROPPED = 16 * 1024 * 1024;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final MultiMap headers;
    private final long maxSize;
    private final Reading reading;
    private @Nullable Buffer body;

    // Most bodies come in one part, which is handed on as it is; the others are put together here.
    private @Nullable Buffer collected;

    private boolean isRead;
    private long dropped;

    private BodyReader(RoutingContext context, long maxSize, Reading reading) {
        this.context = context;
        this.request = context.request();
        this.headers = request.headers();
        this.maxSize = maxSize;
        this.reading = reading;
    }

    /** Hands the whole body on, or answers 413. */
    static void read(RoutingContext context, long maxSize, Reading reading) {
        new BodyReader(context, maxSize, reading).read();
    }

    private void read() {
        if (isAnnouncedTooLarge()) {
            refuse();
            return;
        }
        if (request.isEnded()) {
            reading.read(EMPTY);
            return;
        }
        if ("100-continue".equalsIgnoreCase(headers.get(HttpHeaderNames.EXPECT))) {
            context.response().writeContinue();
        }
        request.handler(this::append);
        request.endHandler(end -> {
            isRead = true;
            reading.read(body == null ? EMPTY : body);
        });
        request.exceptionHandler(this::lose);
        request.resume();
    }

    // Also called when the connection ends later, while the answer is on its way.
    private void lose(Throwable broken) {
        if (!isRead) {
            body = null;
            collected = null;
            reading.isBroken();
        }
    }

    private boolean isAnnouncedTooLarge() {
        String announced = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        // Eighteen digits fit a long; HTTP has refused what is not a number by now.
        return announced != null && (announced.length() > 18 || Long.parseLong(announced) > maxSize);
    }

    private void append(Buffer part) {
        if ((body == null ? 0 : body.length()) + part.length() > maxSize) {
            refuse();
        } else if (body == null) {
            body = part;
        } else if (collected == null) {
            collected = Buffer.buffer().appendBuffer(body).appendBuffer(part);
            body = collected;
        } else {
            collected.appendBuffer(part);
        }
    }

    private void refuse() {
        isRead = true;
        reading.isRefused();
        // Nothing else can follow on this connection, whose body is not taken in any more.
        context.response().putHeader(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        ErrorAnswers.send(
                ServiceError.of(
                        ErrorType.REQUEST_ENTITY_TOO_LARGE,
                        String.format(Locale.ROOT, "The request body is larger than %d bytes", maxSize)),
                context.response());
        linger();
    }

    // Closed at once, the connection would break under a client that is still writing, before it has read the answer.
    private void linger() {
        long patience = context.vertx()
                .setTimer(LINGER_MILLIS, timer -> request.connection().close());
        request.handler(this::drop);
        request.endHandler(end -> {
            context.vertx().cancelTimer(patience);
            request.connection().close();
        });
        if (request.isEnded()) {
            request.connection().close();
        }
        request.resume();
    }

    private void drop(Buffer part) {
        dropped += part.length();
        if (dropped > LARGEST_DROPPED) {
            request.connection().close();
        }
    }

    /** Whoever waits for a body. */
    interface Reading {

        /** It is here, all of it. */
        void read(Buffer body);

        /** It is too large, and is about to be answered so. */
        default void isRefused() {}

        /** The connection ended before it. */
        default void isBroken() {}
    }
}
