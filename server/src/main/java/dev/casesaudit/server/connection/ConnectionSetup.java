package dev.casesaudit.server.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;

/**
 * Adds {@link PipelineGate} and {@link InvalidRequests} to the pipeline of a connection as soon as Vert.x has added its
 * HTTP handlers: at once, or after a TLS handshake or a PROXY header. The bytes before HTTP have the same time limit as
 * a request.
 */
final class ConnectionSetup extends ChannelInboundHandlerAdapter {

    // Vert.x adds these to each HTTP/1 connection, in this order.
    private static final String DECODER = "httpDecoder";
    private static final String ENCODER = "httpEncoder";

    // For handshakes in progress when the mock stops.
    private static final long GRACE_MILLIS = 500;

    private final Connections connections;
    private final ConnectionTimeouts timeouts;
    private final String next;
    private boolean begun;
    private boolean complete;
    private boolean readSomething;

    private ConnectionSetup(Connections connections, String next) {
        this.connections = connections;
        this.next = next;
        timeouts = ConnectionTimeouts.of(connections.limits());
    }

    /** Extends the pipeline of a connection now, or later when Vert.x has completed it. */
    static void extend(Channel channel, Connections connections) {
        ChannelPipeline pipeline = channel.pipeline();
        if (pipeline.get(ENCODER) != null) {
            pipeline.addAfter(ENCODER, "invalidRequests", new InvalidRequests());
            PipelineGate gate = new PipelineGate(connections);
            pipeline.addAfter(ENCODER, "pipelineGate", gate);
            pipeline.addBefore(DECODER, "headMeter", new HeadMeter(gate::mayDecode));
        } else {
            // The last handler continues the setup: this one goes before it, to notice that.
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
        ConnectionTimer.in(timeouts.periodMillis(), context, () -> tick(context));
    }

    private void tick(ChannelHandlerContext context) {
        if (begun ? timeouts.endsArriving() : timeouts.endsQuiet(0)) {
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
        // The bytes may be just the end of a handshake, not the beginning of a request.
        if (!complete || readSomething) {
            context.fireChannelReadComplete();
        }
        if (complete) {
            context.pipeline().remove(this);
        }
    }
}
