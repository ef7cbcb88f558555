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
 * Closes a connection so that the client can read the last response: after an immediate close, a client that is still
 * sending would see a reset. The caller stops reading what arrives.
 */
final class LingeringClose {

    // How long a client may go on sending.
    private static final long LINGER_MILLIS = 1_000;

    private LingeringClose() {}

    /** Responds to a request that has not reached the operation, and closes the connection. */
    static void answer(ChannelHandlerContext context, ServiceError error) {
        FullHttpResponse response = ErrorAnswers.netty(error);
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        CommonHeaders.setUnfiltered(response.headers()::set);
        context.writeAndFlush(response).addListener(listener(context));
    }

    /** Closes the connection of a context when the write that this listens to is complete. */
    static ChannelFutureListener listener(ChannelHandlerContext context) {
        return written -> {
            if (written.isSuccess() && context.channel() instanceof DuplexChannel channel) {
                SslHandler tls = context.pipeline().get(SslHandler.class);
                if (tls == null) {
                    endOutput(context, channel);
                } else {
                    // Without close_notify, a client considers the response truncated.
                    tls.closeOutbound().addListener(notified -> {
                        // TLS is over, whatever the client still sends.
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

    // Nobody waits for the future.
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
