package dev.casesaudit.server.connection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.util.List;

/** Has the HTTP server keep the limits, before it listens. */
@Singleton
class ServerSettings implements HttpServerOptionsCustomizer {

    private final Connections connections;
    private final Vertx vertx;

    ServerSettings(Connections connections, Vertx vertx) {
        this.connections = connections;
        this.vertx = vertx;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        keepLimits(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        keepLimits(options);
        // A client that speaks nothing else gets an alert that says so.
        options.setUseAlpn(true);
        options.setAlpnVersions(List.of(HttpVersion.HTTP_1_1));
        // What has not completed its handshake is on the same clock.
        options.setSslHandshakeTimeout(0);
    }

    private void keepLimits(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
        options.setMaxInitialLineLength(connections.limits().line());
        options.setMaxHeaderSize(connections.limits().headers());
        // Each connection has a clock of the mock's own, which does not take the mock's slowness for the client's.
        options.setIdleTimeout(0);
        if (((VertxInternal) vertx).transport() instanceof Transport transport) {
            transport.admitBy(connections);
        }
    }
}
