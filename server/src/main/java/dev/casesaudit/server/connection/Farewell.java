package dev.casesaudit.server.connection;

import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.http.CommonHeaders;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;

/**
 * Ends a connection so that the client can read what was said last: closed at once, it would break under a client that is still
 * writing. Who says it lets no more of what arrives through.
 */
final class Farewell {

    // What a client that does not stop writing may cost.
    private static final long LINGER_MILLIS = 1_000;

    private Farewell() {}

    /** Answers from below the operation, and ends. */
    static void answer(ChannelHandlerContext context, ServiceError error) {
        FullHttpResponse response = ErrorAnswers.netty(error);
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        CommonHeaders.setUnfiltered(response.headers()::set);
        context.writeAndFlush(response).addListener(listener(context));
    }

    /** Ends the connection of a context when what this listens to is written. */
    static ChannelFutureListener listener(ChannelHandlerContext context) {
        return written -> {
            if (written.isSuccess() && context.channel() instanceof DuplexChannel channel) {
                channel.config().setAutoRead(true);
                channel.shutdownOutput().addListener(ended -> Later.in(LINGER_MILLIS, context, () -> close(context)));
            } else {
                close(context);
            }
        };
    }

    /** Ends the connection at once. */
    // Nobody waits for it.
    @SuppressWarnings("FutureReturnValueIgnored")
    static void close(ChannelHandlerContext context) {
        context.close();
    }
}
