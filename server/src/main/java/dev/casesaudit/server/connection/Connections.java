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

/** The open connections: limits their number, and notifies them when the mock stops. */
@Singleton
class Connections {

    private final ConnectionLimits limits;
    private final RequestBudget requests;
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
        this.requests = new RequestBudget(limits.bodies());
    }

    ConnectionLimits limits() {
        return limits;
    }

    RequestBudget requests() {
        return requests;
    }

    /** Adds a listening channel. */
    void listensAt(Channel server) {
        servers.add(server);
    }

    /** Counts a connection from its acceptance until it is closed. */
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

    /** Takes a place for a connection until it is closed, and returns whether there was one. */
    boolean admits(Channel connection) {
        if (admitted.incrementAndGet() > limits.connections()) {
            admitted.decrementAndGet();
            return false;
        }
        connection.closeFuture().addListener(closed -> admitted.decrementAndGet());
        return true;
    }

    /** Runs an action when the mock stops, if the connection is still open. */
    void whenStopping(Channel connection, Runnable stop) {
        toBeTold.put(connection, stop);
        if (!connection.isOpen()) {
            toBeTold.remove(connection);
        } else if (stopping) {
            stop.run();
        }
    }

    /** Accepts no more connections, notifies the open ones, and returns whether all closed within the limit. */
    boolean stop() throws InterruptedException {
        servers.forEach(server -> server.close().syncUninterruptibly());
        stopping = true;
        toBeTold.values().forEach(Runnable::run);
        return open.get() == 0 || gone.await(limits.stopping().toMillis(), TimeUnit.MILLISECONDS);
    }
}
