package dev.casesaudit.server.connection;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.ReferenceCountUtil;
import java.util.Locale;

/** Refuses the first request on a connection beyond the limit, and closes it. */
final class ConnectionLimitHandler extends ChannelInboundHandlerAdapter {

    // A client sends its request right after the connection, except for a handshake.
    private static final long TIMEOUT_MILLIS = 1_000;
    private static final long TLS_TIMEOUT_MILLIS = 5_000;

    private final int limit;
    private final boolean tls;
    private boolean answered;

    ConnectionLimitHandler(int limit, boolean tls) {
        this.limit = limit;
        this.tls = tls;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.pipeline().addBefore(context.name(), "refusalEncoder", new HttpResponseEncoder());
        ConnectionTimer.in(tls ? TLS_TIMEOUT_MILLIS : TIMEOUT_MILLIS, context, () -> endIfSilent(context));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable broken) {
        LingeringClose.close(context);
    }

    private void endIfSilent(ChannelHandlerContext context) {
        if (!answered) {
            LingeringClose.close(context);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
        if (!answered) {
            answered = true;
            LingeringClose.answer(
                    context,
                    ServiceError.of(
                            ErrorType.SERVICE_UNAVAILABLE,
                            String.format(
                                    Locale.ROOT,
                                    "This mock serves at most %d connections at once (cases.limits.connections)",
                                    limit)));
        }
    }
}
