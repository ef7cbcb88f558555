package dev.casesaudit.server.http;

import dev.casesaudit.server.audit.Run;
import dev.casesaudit.server.page.EncodedPage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Writes a page as it is: in one piece, so that it is not chunked, and copied once, to where the socket takes it from. */
final class PageWriter {

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private PageWriter() {}

    /** Writes it, and says when it has left. */
    static Future<Void> write(EncodedPage page, HttpServerResponse response) {
        response.headers().set(HttpHeaders.CONTENT_TYPE, JSON);
        ByteBuf body = PooledByteBufAllocator.DEFAULT.directBuffer(page.length());
        for (Run run : page.runs()) {
            body.writeBytes(run.bytes(), run.from(), run.length());
        }
        // Vert.x does not release buffers that it was given.
        Buffer kept = BufferImpl.buffer(body);
        return response.end(kept).onComplete(written -> body.release());
    }
}
