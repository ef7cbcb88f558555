package dev.casesaudit.server.connection;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;

/** Makes Vert.x use {@link Transport}. */
public final class TransportProvider implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Transport());
    }
}
