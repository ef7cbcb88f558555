package dev.casesaudit.server.connection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.util.List;

/** Applies the limits to the HTTP server before it listens. */
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
        // A client that speaks only another protocol gets an alert.
        options.setUseAlpn(true);
        options.setAlpnVersions(List.of(HttpVersion.HTTP_1_1));
        // The mock's own timeouts also cover handshakes.
        options.setSslHandshakeTimeout(0);
    }

    private void keepLimits(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
        options.setMaxInitialLineLength(connections.limits().line());
        options.setMaxHeaderSize(connections.limits().headers());
        // The mock's own timeouts do not count the time that the mock itself takes.
        options.setIdleTimeout(0);
        if (((VertxInternal) vertx).transport() instanceof LimitingTransport transport) {
            transport.admitBy(connections);
        }
    }
}
