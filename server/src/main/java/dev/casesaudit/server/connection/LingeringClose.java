package dev.casesaudit.server.connection;

import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.http.CommonHeaders;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;

/**
 * Ends a connection so that the client can read what was said last: closed at once, it would break under a client that is still
 * writing. Who says it lets no more of what arrives through.
 */
final class LingeringClose {

    // What a client that does not stop writing may cost.
    private static final long LINGER_MILLIS = 1_000;

    private LingeringClose() {}

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
                SslHandler tls = context.pipeline().get(SslHandler.class);
                if (tls == null) {
                    endOutput(context, channel);
                } else {
                    // Without this last word, a client takes what it has got for cut off.
                    tls.closeOutbound().addListener(said -> {
                        // TLS is over, whatever the client goes on to send.
                        channel.pipeline().addFirst(new Unread());
                        endOutput(context, channel);
                    });
                }
            } else {
                close(context);
            }
        };
    }

    private static void endOutput(ChannelHandlerContext context, DuplexChannel channel) {
        channel.config().setAutoRead(true);
        channel.shutdownOutput().addListener(ended -> ConnectionTimer.in(LINGER_MILLIS, context, () -> close(context)));
    }

    /** Ends the connection at once. */
    // Nobody waits for it.
    @SuppressWarnings("FutureReturnValueIgnored")
    static void close(ChannelHandlerContext context) {
        context.close();
    }

    private static final class Unread extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
        }
    }
}
