package dev.casesaudit.server.connection;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.transport.Transport;
import org.jboss.logging.Logger;

/** Makes Vert.x use {@link LimitingTransport} with the transport that it has chosen. */
public final class TransportProvider implements VertxServiceProvider {

    private static final Logger LOG = Logger.getLogger("dev.casesaudit");

    @Override
    public void init(VertxBuilder builder) {
        Transport chosen = builder.findTransport();
        LOG.debugf("Connections use %s", chosen instanceof JDKTransport ? "NIO" : "epoll");
        builder.findTransport(new LimitingTransport(chosen));
    }
}
