package dev.casesaudit.server.http;

import dev.casesaudit.server.audit.EventRange;
import dev.casesaudit.server.page.EncodedPage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Writes a page with a known length, not in chunks, and copies it only once. */
final class PageWriter {

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private PageWriter() {}

    /** Writes the page, and reports when it has been sent or why not. */
    static void write(EncodedPage page, HttpServerResponse response, Handler<AsyncResult<Void>> ended) {
        response.headers().add(HttpHeaders.CONTENT_TYPE, JSON);
        ByteBuf body = PooledByteBufAllocator.DEFAULT.directBuffer(page.length());
        for (EventRange run : page.runs()) {
            body.writeBytes(run.bytes(), run.from(), run.length());
        }
        response.end(BufferImpl.buffer(body)).onComplete(written -> {
            // Vert.x does not release buffers of others.
            body.release();
            ended.handle(written);
        });
    }
}
