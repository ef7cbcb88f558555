package dev.casesaudit.server.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Accepts connections no faster than the threads that serve them take them on: the others wait in the operating system, and not
 * before the requests of those that are there.
 */
final class AcceptPace extends ChannelInboundHandlerAdapter {

    private static final int MOST_UNDER_WAY = 16;

    private final Channel server;
    private final AtomicInteger underWay = new AtomicInteger();

    AcceptPace(Channel server) {
        this.server = server;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
        if (underWay.incrementAndGet() >= MOST_UNDER_WAY) {
            server.config().setAutoRead(false);
        }
        context.fireChannelRead(connection);
    }

    /** A connection was taken on, by whatever thread. */
    void taken() {
        if (underWay.decrementAndGet() == MOST_UNDER_WAY / 2) {
            // On the accepting thread, and so after it has stopped, if it is just about to.
            server.eventLoop().execute(() -> server.config().setAutoRead(true));
        }
    }
}
