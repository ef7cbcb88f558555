package dev.casesaudit.conformance.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.casesaudit.conformance.http.Limits;
import dev.casesaudit.conformance.target.TargetProfile;
import dev.casesaudit.conformance.target.TargetProfile.Signing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a service by HTTP on a free port. */
public final class StubServer implements AutoCloseable {

    static {
        // Headers and body are two writes. Without this, the second one waits for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Service service;
    private final HttpServer server;
    private final Optional<Wire> wire;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public StubServer(Service service) {
        this.service = service;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        wire = service.wire().map(change -> new Wire(server.getAddress().getPort(), change));
    }

    public URI endpoint() {
        return wire.map(Wire::endpoint)
                .orElseGet(() ->
                        URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    /** Returns a profile with a case for every role. */
    public TargetProfile profile() {
        return profile(false, false);
    }

    /** Returns the same profile for a service that is newer than the contract, or that is the real one. */
    public TargetProfile profile(boolean aheadOfContract, boolean realService) {
        return new TargetProfile(
                "stub",
                endpoint(),
                "us-east-1",
                service.signing(),
                aheadOfContract,
                service.world().roles(),
                service.signing() == Signing.NONE ? Set.of(TargetProfile.SIGNATURES) : Set.of(),
                new Limits(0, 2000, Duration.ofSeconds(5), Duration.ofMinutes(1)),
                realService,
                service.writes());
    }

    @Override
    public void close() {
        wire.ifPresent(Wire::close);
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            StubReply reply = service.serve(StubRequest.read(exchange));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = reply.body();
            boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            long length = bodiless ? -1 : reply.isChunked() ? 0 : body.length;
            exchange.sendResponseHeaders(reply.status(), length);
            if (length >= 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
