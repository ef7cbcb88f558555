package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the body of one request into memory, up to a limit. */
final class BodyReader {

    private static final Buffer EMPTY = Buffer.buffer();

    // What a client that does not stop writing may cost.
    private static final long LINGER_MILLIS = 1_000;
    private static final long LARGEST_DROPPED = 8 * 1024 * 1024;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final long maxSize;
    private @Nullable Buffer body;

    // Most bodies come in one part, which is handed on as it is; the others are put together here.
    private @Nullable Buffer collected;

    private long dropped;

    BodyReader(RoutingContext context, long maxSize) {
        this.context = context;
        this.request = context.request();
        this.maxSize = maxSize;
    }

    /** Hands the whole body on, or answers 413. */
    void read(Consumer<Buffer> whenRead) {
        if (isAnnouncedTooLarge()) {
            refuse();
            return;
        }
        if (request.isEnded()) {
            whenRead.accept(EMPTY);
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaderNames.EXPECT))) {
            context.response().writeContinue();
        }
        request.handler(this::append);
        request.endHandler(end -> {
            whenRead.accept(body == null ? EMPTY : body);
        });
        request.resume();
    }

    private boolean isAnnouncedTooLarge() {
        String announced = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
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
        // Nothing else can follow on this connection, whose body is not taken in any more.
        context.response().putHeader(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        ErrorAnswers.send(
                ServiceError.of(
                        ErrorType.REQUEST_ENTITY_TOO_LARGE,
                        "The request body is larger than %d bytes".formatted(maxSize)),
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
}
