package dev.casesaudit.server.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import org.jspecify.annotations.Nullable;

/**
 * Has connections counted, limited and accepted at a pace, and puts {@link Turns} and {@link InvalidRequests} into the pipeline of
 * each: through the one door that Vert.x leaves open to code that does not create its servers.
 */
final class Transport extends JDKTransport {

    // Put there by Vert.x, after the decoder, on each connection that speaks HTTP/1 without TLS.
    private static final String ENCODER = "httpEncoder";

    private volatile @Nullable Connections connections;

    /** Has these count and limit the connections from now on. */
    void admitBy(Connections those) {
        connections = those;
    }

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        Connections own = connections;
        if (own == null) {
            return;
        }
        ChannelHandler vertx = bootstrap.config().childHandler();
        bootstrap.handler(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel server) {
                own.listensAt(server);
                AcceptPace.keep(server, own);
            }
        });
        bootstrap.childHandler(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                AcceptPace.of(channel).taken();
                if (own.admits(channel)) {
                    channel.pipeline().addLast(vertx);
                    extend(channel.pipeline(), own);
                } else {
                    channel.pipeline().addLast(new TooMany(own.limits().connections()));
                }
            }
        });
    }

    private static void extend(ChannelPipeline pipeline, Connections connections) {
        if (pipeline.get(ENCODER) != null) {
            pipeline.addAfter(ENCODER, "invalidRequests", new InvalidRequests());
            pipeline.addAfter(ENCODER, "turns", new Turns(connections));
        }
    }
}
