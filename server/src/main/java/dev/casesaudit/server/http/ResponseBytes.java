package dev.casesaudit.server.http;

import dev.casesaudit.server.json.ByteRange;
import dev.casesaudit.server.json.EncodedJson;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Iterator;
import java.util.function.Function;

/**
 * The bytes of a response that are not sent yet. They are copied only once, to buffers of the socket, and no faster than
 * the client reads: a response that nobody reads occupies one piece, however large it is.
 */
final class ResponseBytes {

    /** Most responses are sent in one piece. */
    static final int PIECE = 64 * 1024;

    private static final ByteRange NOTHING = ByteRange.of(new byte[0]);

    private final Iterator<ByteRange> runs;
    private ByteRange run = NOTHING;
    private int takenOfRun;
    private int left;

    private ResponseBytes(EncodedJson document, int length) {
        this.runs = document.runs().iterator();
        this.left = length;
    }

    static ResponseBytes of(EncodedJson document) {
        return new ResponseBytes(document, document.length());
    }

    static ResponseBytes ofFirstHalf(EncodedJson document) {
        return new ResponseBytes(document, document.length() / 2);
    }

    int left() {
        return left;
    }

    /** Sends all, ends the response, and reports when it has been sent or why not. */
    void endTo(HttpServerResponse response, Handler<AsyncResult<Void>> ended) {
        if (left <= PIECE) {
            send(left, response::end).onComplete(ended);
            return;
        }
        if (!response.headWritten()) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(left));
        }
        send(PIECE, response::write).onComplete(sent -> {
            if (sent.succeeded()) {
                endTo(response, ended);
            } else {
                ended.handle(sent);
            }
        });
    }

    /** Sends all but leaves the response open, and reports when it has been sent or why not. */
    void writeTo(HttpServerResponse response, Handler<AsyncResult<Void>> written) {
        writePieceTo(response, PIECE).onComplete(sent -> {
            if (sent.succeeded() && left > 0) {
                writeTo(response, written);
            } else {
                written.handle(sent);
            }
        });
    }

    /** Sends the next bytes, at most so many. */
    Future<Void> writePieceTo(HttpServerResponse response, int most) {
        return send(Math.min(most, left), response::write);
    }

    private Future<Void> send(int size, Function<Buffer, Future<Void>> to) {
        ByteBuf piece = PooledByteBufAllocator.DEFAULT.directBuffer(size);
        left -= size;
        while (piece.readableBytes() < size) {
            int more = Math.min(run.length() - takenOfRun, size - piece.readableBytes());
            piece.writeBytes(run.bytes(), run.from() + takenOfRun, more);
            takenOfRun += more;
            if (takenOfRun == run.length() && piece.readableBytes() < size) {
                run = runs.next();
                takenOfRun = 0;
            }
        }
        // Vert.x does not release buffers of others.
        return to.apply(BufferImpl.buffer(piece)).onComplete(sent -> piece.release());
    }
}
