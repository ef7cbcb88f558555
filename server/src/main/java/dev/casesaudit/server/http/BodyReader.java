package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of one request up to a limit: into memory, or as a stream where the body is large and its reader
 * accepts one.
 */
final class BodyReader {

    private static final Buffer EMPTY = Buffer.buffer();

    // The time to discard the rest of a refused body: enough for the largest body that a configuration can allow.
    private static final long LINGER_MILLIS = 5_000;
    private static final long LARGEST_DROPPED = 16 * 1024 * 1024;

    // Bodies up to this size are read into memory even where the reader accepts a stream, since a stream occupies a
    // thread.
    private static final int LARGEST_COLLECTED = 64 * 1024;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final MultiMap headers;
    private final long maxSize;
    private final Reading reading;
    private @Nullable Buffer body;

    // Most bodies arrive in one part, which is passed on as it is; the others are joined here.
    private @Nullable Buffer collected;

    private @Nullable BodyStream stream;
    private volatile boolean isRead;
    private long dropped;

    private BodyReader(RoutingContext context, long maxSize, Reading reading) {
        this.context = context;
        this.request = context.request();
        this.headers = request.headers();
        this.maxSize = maxSize;
        this.reading = reading;
    }

    /** Passes the whole body on, or responds with 413. */
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
            if (stream != null) {
                stream.end();
            } else {
                reading.read(body == null ? EMPTY : body);
            }
        });
        request.exceptionHandler(this::connectionLost);
        request.resume();
    }

    // Also called when the connection closes later, while the response is being sent.
    private void connectionLost(Throwable broken) {
        if (!isRead) {
            body = null;
            collected = null;
            if (stream != null) {
                stream.fail(new ServiceException(ErrorType.REQUEST_TIMEOUT, "The request ended before its body did"));
            } else {
                reading.isBroken();
            }
        }
    }

    private boolean isAnnouncedTooLarge() {
        String announced = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        // Eighteen digits fit into a long. A value that is not a number was refused by the HTTP decoder.
        return announced != null && (announced.length() > 18 || Long.parseLong(announced) > maxSize);
    }

    private void append(Buffer part) {
        if (stream != null) {
            stream.append(part);
        } else if ((body == null ? 0 : body.length()) + part.length() > maxSize) {
            refuse();
        } else if (body == null) {
            body = part;
        } else if (collected == null) {
            collected = Buffer.buffer().appendBuffer(body).appendBuffer(part);
            body = collected;
        } else {
            collected.appendBuffer(part);
        }
        if (stream == null && body != null && body.length() > LARGEST_COLLECTED && reading.takesStreams()) {
            handOn(body);
        }
    }

    private void handOn(Buffer begun) {
        BodyStream handedOn = new BodyStream(request, maxSize);
        stream = handedOn;
        body = null;
        collected = null;
        context.addHeadersEndHandler(head -> {
            if (!isRead) {
                announceClose();
            }
        });
        // A thread other than the connection's sends the response.
        Context connection = context.vertx().getOrCreateContext();
        context.addEndHandler(answered -> connection.runOnContext(end -> {
            if (!isRead) {
                isRead = true;
                handedOn.fail(BodyStream.tooLarge(maxSize));
                linger();
            }
        }));
        handedOn.append(begun);
        reading.read(handedOn);
    }

    private void refuse() {
        isRead = true;
        reading.isRefused();
        announceClose();
        ErrorAnswers.send(BodyStream.tooLarge(maxSize).error(), context.response());
        linger();
    }

    // The rest of the body is not read, so no other request can follow on this connection.
    private void announceClose() {
        context.response().putHeader(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }

    // If the connection closed at once, a client that is still sending would see a reset before it reads the response.
    private void linger() {
        long timer = context.vertx()
                .setTimer(LINGER_MILLIS, id -> request.connection().close());
        request.handler(this::drop);
        request.endHandler(end -> {
            context.vertx().cancelTimer(timer);
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

    /** The receiver of a body. */
    interface Reading {

        /** The whole body has arrived. */
        void read(Buffer body);

        /** Whether a large body may be passed on as a stream. */
        default boolean takesStreams() {
            return false;
        }

        /** A large body begins to arrive. */
        default void read(BodyStream arriving) {
            throw new IllegalStateException("takes no streams");
        }

        /** The body is too large; the 413 is sent next. */
        default void isRefused() {}

        /** The connection closed before the body was complete. */
        default void isBroken() {}
    }
}
