package dev.casesaudit.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A load balancer that sends each request to the next replica, also those of one connection, and passes on every byte as it is.
 * It understands no HTTP: what a client sends after the first byte of a response is the next request.
 */
public final class RoundRobinProxy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final List<URI> replicas;
    private final ServerSocket socket;
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "round-robin proxy");
        thread.setDaemon(true);
        return thread;
    });

    public RoundRobinProxy(List<URI> replicas) {
        this.replicas = List.copyOf(replicas);
        try {
            socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public URI endpoint() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    /** Returns how many requests it has sent to replicas. */
    public int requests() {
        return next.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        close(socket);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Client client = new Client(socket.accept());
                threads.execute(client::serve);
            } catch (IOException | RejectedExecutionException e) {
                return;
            }
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            // It is of no use any more.
        }
    }

    /** A connection of a client, with one to each replica that it was led to. */
    private final class Client {

        private final Socket connection;
        private final Map<URI, Socket> upstream = new HashMap<>();
        private volatile boolean isAnswered = true;

        Client(Socket connection) {
            this.connection = connection;
        }

        void serve() {
            try {
                connection.setTcpNoDelay(true);
                Socket replica = null;
                byte[] bytes = new byte[BUFFER];
                InputStream in = connection.getInputStream();
                for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                    if (isAnswered || replica == null) {
                        isAnswered = false;
                        replica = to(replicas.get(Math.floorMod(next.getAndIncrement(), replicas.size())));
                    }
                    replica.getOutputStream().write(bytes, 0, count);
                }
                if (replica != null) {
                    replica.shutdownOutput();
                }
            } catch (IOException e) {
                end();
            }
        }

        private Socket to(URI replica) throws IOException {
            Socket known = upstream.get(replica);
            if (known != null) {
                return known;
            }
            Socket made = new Socket(replica.getHost(), replica.getPort());
            made.setTcpNoDelay(true);
            upstream.put(replica, made);
            threads.execute(() -> pass(made));
            return made;
        }

        // What one replica closes, the client sees as closed.
        private void pass(Socket replica) {
            byte[] bytes = new byte[BUFFER];
            try {
                InputStream in = replica.getInputStream();
                for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                    isAnswered = true;
                    connection.getOutputStream().write(bytes, 0, count);
                }
                connection.shutdownOutput();
            } catch (IOException e) {
                end();
            }
        }

        private void end() {
            RoundRobinProxy.close(connection);
            upstream.values().forEach(RoundRobinProxy::close);
        }
    }
}
