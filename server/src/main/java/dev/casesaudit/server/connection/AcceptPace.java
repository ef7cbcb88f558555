package dev.casesaudit.server.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Accepts connections no faster than the threads that serve them take them on: the others wait in the operating system, and not
 * before the requests of those that are there.
 */
final class AcceptPace extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<AcceptPace> OF_SERVER = AttributeKey.valueOf(AcceptPace.class, "ofServer");

    private static final int MOST_UNDER_WAY = 16;

    private final Channel server;
    private final Connections connections;
    private final AtomicInteger underWay = new AtomicInteger();

    private AcceptPace(Channel server, Connections connections) {
        this.server = server;
        this.connections = connections;
    }

    /** Has a channel accept connections at such a pace, each of which counts from then on. */
    static void keep(Channel server, Connections connections) {
        AcceptPace pace = new AcceptPace(server, connections);
        server.attr(OF_SERVER).set(pace);
        server.pipeline().addLast(pace);
    }

    /** That of the channel which accepted a connection, also when it is closed by now. */
    static AcceptPace of(Channel connection) {
        return connection.parent().attr(OF_SERVER).get();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
        connections.accepts((Channel) connection);
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
