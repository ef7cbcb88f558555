package dev.casesaudit.server.connection;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Completes the accepted requests before the mock ends. */
// Quarkus would wait while it still accepts connections, so possibly without end, and would close connections between
// two requests of a busy client.
@ApplicationScoped
class GracefulShutdown {

    private static final Logger LOG = Logger.getLogger("dev.casesaudit");

    private final Connections connections;

    GracefulShutdown(Connections connections) {
        this.connections = connections;
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        // A reload in dev mode stops the program but not the server, and waits for nobody.
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            return;
        }
        try {
            if (!connections.stop()) {
                LOG.warnf(
                        "Stopping although some requests are not answered: expected their answers within %s,"
                                + " which is cases.limits.stopping",
                        connections.limits().stopping());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
