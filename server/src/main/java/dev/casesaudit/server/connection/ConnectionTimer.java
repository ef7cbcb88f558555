package dev.casesaudit.server.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Schedules actions on the thread of a connection, which run if the connection is still open. */
final class ConnectionTimer {

    private ConnectionTimer() {}

    static void in(long millis, ChannelHandlerContext context, Runnable task) {
        Future<?> planned = context.executor().schedule(task, millis, TimeUnit.MILLISECONDS);
        context.channel().closeFuture().addListener(closed -> planned.cancel(false));
    }
}
