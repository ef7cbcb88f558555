package dev.casesaudit.server.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.unix.Errors;
import java.net.BindException;
import java.net.SocketAddress;

/** Makes every transport report an address that it cannot bind as NIO does: Quarkus adds host and port only to that. */
final class BindFailures extends ChannelOutboundHandlerAdapter {

    @Override
    public void bind(ChannelHandlerContext context, SocketAddress address, ChannelPromise promise) {
        context.bind(address).addListener(bound -> {
            if (bound.isSuccess()) {
                promise.setSuccess();
            } else {
                promise.setFailure(asInNio(bound.cause()));
            }
        });
    }

    private static Throwable asInNio(Throwable cause) {
        return cause instanceof Errors.NativeIoException
                ? new BindException(cause.getMessage()).initCause(cause)
                : cause;
    }
}
