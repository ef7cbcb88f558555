package dev.casesaudit.server.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import org.jspecify.annotations.Nullable;

/**
 * Counts, limits and paces the connections of all ports, and extends the pipeline of each. A transport is the only
 * extension point of Vert.x for code that does not create its servers.
 */
final class Transport extends JDKTransport {

    // Vert.x adds this handler to each TLS connection, to wait for the handshake.
    private static final String HANDSHAKE = "handshaker";

    private volatile @Nullable Connections connections;

    /** Sets what counts and limits the connections from now on. */
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
                    ConnectionSetup.extend(channel, own);
                } else if (options.isSsl()) {
                    channel.pipeline().addLast(vertx);
                    refuseOverTls(
                            channel, new ConnectionLimitHandler(own.limits().connections(), true));
                } else {
                    channel.pipeline()
                            .addLast(new ConnectionLimitHandler(own.limits().connections(), false));
                }
            }
        });
    }

    // Replaces the handler that would set up HTTP after the handshake. If a PROXY header comes first, closes without a
    // response.
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void refuseOverTls(Channel channel, ConnectionLimitHandler refusal) {
        if (channel.pipeline().get(HANDSHAKE) == null) {
            channel.close();
        } else {
            channel.pipeline().replace(HANDSHAKE, "tooMany", refusal);
        }
    }
}
