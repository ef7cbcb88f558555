package dev.casesaudit.server.connection;

import dev.casesaudit.server.config.CasesConfig;
import io.netty.channel.Channel;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections that are open: no more than a limit, and told when the mock stops. */
@Singleton
class Connections {

    private final ConnectionLimits limits;
    private final BodyBudget bodies;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger admitted = new AtomicInteger();
    private final Set<Channel> servers = ConcurrentHashMap.newKeySet();
    private final Map<Channel, Runnable> toBeTold = new ConcurrentHashMap<>();
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile boolean stopping;

    @Inject
    Connections(CasesConfig config) {
        this(ConnectionLimits.of(config.limits()));
    }

    Connections(ConnectionLimits limits) {
        this.limits = limits;
        this.bodies = new BodyBudget(limits.bodies());
    }

    ConnectionLimits limits() {
        return limits;
    }

    BodyBudget bodies() {
        return bodies;
    }

    /** Adds a channel that accepts connections. */
    void listensAt(Channel server) {
        servers.add(server);
    }

    /** Counts a connection from the moment in which it is accepted until it is closed. */
    void accepts(Channel connection) {
        open.incrementAndGet();
        connection.closeFuture().addListener(closed -> leaves(connection));
    }

    private void leaves(Channel connection) {
        toBeTold.remove(connection);
        if (open.decrementAndGet() == 0 && stopping) {
            gone.countDown();
        }
    }

    /** Whether there is room for it, which it then takes until it is closed. */
    boolean admits(Channel connection) {
        if (admitted.incrementAndGet() > limits.connections()) {
            admitted.decrementAndGet();
            return false;
        }
        connection.closeFuture().addListener(closed -> admitted.decrementAndGet());
        return true;
    }

    /** Has something done when the mock stops, if the connection is open by then. */
    void whenStopping(Channel connection, Runnable stop) {
        toBeTold.put(connection, stop);
        if (!connection.isOpen()) {
            toBeTold.remove(connection);
        } else if (stopping) {
            stop.run();
        }
    }

    /** Accepts no more, tells those that are open, and says whether all are closed within the limit. */
    boolean stop() throws InterruptedException {
        servers.forEach(server -> server.close().syncUninterruptibly());
        stopping = true;
        toBeTold.values().forEach(Runnable::run);
        return open.get() == 0 || gone.await(limits.stopping().toMillis(), TimeUnit.MILLISECONDS);
    }
}
