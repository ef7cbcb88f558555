package dev.casesaudit.server.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Accepts connections no faster than their threads take them on. The others wait in the operating system, so that they
 * do not delay the requests on open connections.
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

    /** Accepts connections of a channel at this pace, and counts them. */
    static void keep(Channel server, Connections connections) {
        AcceptPace pace = new AcceptPace(server, connections);
        server.attr(OF_SERVER).set(pace);
        server.pipeline().addLast(pace);
    }

    /** Returns the pace of the channel that accepted a connection, even if that channel is closed. */
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

    /** A connection was taken on, by any thread. */
    void taken() {
        if (underWay.decrementAndGet() == MOST_UNDER_WAY / 2) {
            // On the accepting thread, so that this runs after a pending stop.
            server.eventLoop().execute(() -> server.config().setAutoRead(true));
        }
    }
}
