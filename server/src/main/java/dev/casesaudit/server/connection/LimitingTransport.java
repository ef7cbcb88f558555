package dev.casesaudit.server.connection;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.transport.Transport;
import java.net.SocketAddress;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Counts, limits and paces the connections of all ports, and extends the pipeline of each. A transport is the only
 * extension point of Vert.x for code that does not create its servers.
 */
final class LimitingTransport implements Transport {

    // Vert.x adds this handler to each TLS connection, to wait for the handshake.
    private static final String HANDSHAKE = "handshaker";

    private final Transport base;
    private volatile @Nullable Connections connections;

    /** @param base opens the channels: NIO, or a native transport */
    LimitingTransport(Transport base) {
        this.base = base;
    }

    /** Sets what counts and limits the connections from now on. */
    void admitBy(Connections those) {
        connections = those;
    }

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        base.configure(options, domainSocket, bootstrap);
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
                server.pipeline().addLast(new BindFailures());
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

    @Override
    public void configure(ClientOptionsBase options, boolean domainSocket, Bootstrap bootstrap) {
        base.configure(options, domainSocket, bootstrap);
    }

    @Override
    public void configure(DatagramChannel channel, DatagramSocketOptions options) {
        base.configure(channel, options);
    }

    @Override
    public boolean supportsDomainSockets() {
        return base.supportsDomainSockets();
    }

    @Override
    public boolean supportFileRegion() {
        return base.supportFileRegion();
    }

    @Override
    public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
        return base.convert(address);
    }

    @Override
    public io.vertx.core.net.SocketAddress convert(SocketAddress address) {
        return base.convert(address);
    }

    @Override
    public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory factory, int ioRatio) {
        return base.eventLoopGroup(type, threads, factory, ioRatio);
    }

    @Override
    public DatagramChannel datagramChannel() {
        return base.datagramChannel();
    }

    @Override
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return base.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return base.channelFactory(domainSocket);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        return base.serverChannelFactory(domainSocket);
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
