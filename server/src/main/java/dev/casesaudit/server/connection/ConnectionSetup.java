package dev.casesaudit.server.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;

/**
 * Puts {@link PipelineGate} and {@link InvalidRequests} into the pipeline of a connection as soon as Vert.x has put its HTTP handlers there:
 * at once, or after a TLS handshake or a PROXY header. What comes before HTTP has the same time to arrive as a request.
 */
final class ConnectionSetup extends ChannelInboundHandlerAdapter {

    // Put there by Vert.x, one after the other, on each connection that speaks HTTP/1.
    private static final String DECODER = "httpDecoder";
    private static final String ENCODER = "httpEncoder";

    // For handshakes that are under way when the mock is told to stop.
    private static final long GRACE_MILLIS = 500;

    private final Connections connections;
    private final ConnectionTimeouts patience;
    private final String next;
    private boolean begun;
    private boolean complete;
    private boolean readSomething;

    private ConnectionSetup(Connections connections, String next) {
        this.connections = connections;
        this.next = next;
        patience = ConnectionTimeouts.of(connections.limits());
    }

    /** Extends the pipeline of a connection, as far as Vert.x has brought it, now and later. */
    static void extend(Channel channel, Connections connections) {
        ChannelPipeline pipeline = channel.pipeline();
        if (pipeline.get(ENCODER) != null) {
            pipeline.addAfter(ENCODER, "invalidRequests", new InvalidRequests());
            PipelineGate turns = new PipelineGate(connections);
            pipeline.addAfter(ENCODER, "turns", turns);
            pipeline.addBefore(DECODER, "headMeter", new HeadMeter(turns::mayDecode));
        } else {
            // The last handler is the one that will go on: this stands right before it, to see when it does.
            String last = pipeline.lastContext().name();
            pipeline.addBefore(last, null, new ConnectionSetup(connections, last));
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connections.whenStopping(
                context.channel(), () -> ConnectionTimer.in(GRACE_MILLIS, context, () -> giveUp(context)));
        tickLater(context);
    }

    private void tickLater(ChannelHandlerContext context) {
        ConnectionTimer.in(patience.periodMillis(), context, () -> tick(context));
    }

    private void tick(ChannelHandlerContext context) {
        if (begun ? patience.endsArriving() : patience.endsQuiet(0)) {
            giveUp(context);
        } else if (!complete) {
            tickLater(context);
        }
    }

    private void giveUp(ChannelHandlerContext context) {
        if (!complete) {
            LingeringClose.close(context);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        context.fireUserEventTriggered(event);
        goOn(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        readSomething = complete;
        context.fireChannelRead(message);
        goOn(context);
    }

    private void goOn(ChannelHandlerContext context) {
        if (!complete && !context.pipeline().lastContext().name().equals(next)) {
            complete = true;
            extend(context.channel(), connections);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        begun = true;
        // What was read may be the end of a handshake only, which must not look like the beginning of a request.
        if (!complete || readSomething) {
            context.fireChannelReadComplete();
        }
        if (complete) {
            context.pipeline().remove(this);
        }
    }
}
