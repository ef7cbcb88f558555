package dev.casesaudit.server.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What is to be done on a connection after a while, on its own thread, if it is open by then. */
final class ConnectionTimer {

    private ConnectionTimer() {}

    static void in(long millis, ChannelHandlerContext context, Runnable task) {
        Future<?> planned = context.executor().schedule(task, millis, TimeUnit.MILLISECONDS);
        context.channel().closeFuture().addListener(closed -> planned.cancel(false));
    }
}
