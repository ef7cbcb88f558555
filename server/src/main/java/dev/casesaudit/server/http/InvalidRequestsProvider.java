package dev.casesaudit.server.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Puts {@link InvalidRequests} into the pipeline of each connection, through the one door that Vert.x leaves open to code that
 * does not create its servers: the transport.
 */
public final class InvalidRequestsProvider implements VertxServiceProvider {

    // Put there by Vert.x, after the decoder, on each connection that speaks HTTP/1 without TLS.
    private static final String ENCODER = "httpEncoder";

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Transport());
    }

    private static final class Transport extends JDKTransport {

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            ChannelHandler vertx = bootstrap.config().childHandler();
            bootstrap.childHandler(new ChannelInitializer<>() {
                @Override
                protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(vertx);
                    if (channel.pipeline().get(ENCODER) != null) {
                        channel.pipeline().addAfter(ENCODER, "invalidRequests", new InvalidRequests());
                    }
                }
            });
        }
    }
}
