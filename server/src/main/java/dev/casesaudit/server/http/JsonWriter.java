package dev.casesaudit.server.http;

import dev.casesaudit.server.json.ByteRange;
import dev.casesaudit.server.json.EncodedJson;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Writes JSON with a known length, not in chunks, and copies it only once. */
final class JsonWriter {

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private JsonWriter() {}

    /** Ends a response with a document, and reports when it has been sent or why not. */
    static void write(EncodedJson document, HttpServerResponse response, Handler<AsyncResult<Void>> ended) {
        response.headers().add(HttpHeaders.CONTENT_TYPE, JSON);
        ByteBuf body = PooledByteBufAllocator.DEFAULT.directBuffer(document.length());
        for (ByteRange run : document.runs()) {
            body.writeBytes(run.bytes(), run.from(), run.length());
        }
        response.end(BufferImpl.buffer(body)).onComplete(written -> {
            // Vert.x does not release buffers of others.
            body.release();
            ended.handle(written);
        });
    }
}
