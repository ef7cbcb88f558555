package dev.casesaudit.server.connection;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;

/** Makes Vert.x use {@link Transport} on top of the transport that it has chosen. */
public final class TransportProvider implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Transport(builder.findTransport()));
    }
}
