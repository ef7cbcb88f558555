package dev.casesaudit.journey.reliability;

import static dev.casesaudit.journey.OperationRequests.TWO_PAGES;
import static dev.casesaudit.journey.RawConnection.post;

import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that send requests without a pause until the mock refuses connections, each on a connection that stays open
 * until the mock closes it.
 */
final class ShutdownLoad implements AutoCloseable {

    private static final String REQUEST = post(TWO_PAGES, "{}");
    private static final int WARM_ANSWERS = 60;

    // Far beyond what a slow machine needs.
    private static final int LIMIT_SECONDS = 60;

    private final URI endpoint;
    private final ExecutorService threads;
    private final List<Future<?>> clients = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();
    private final CountDownLatch warm;
    private volatile boolean stopping;

    private ShutdownLoad(URI endpoint, int size) {
        this.endpoint = endpoint;
        threads = Executors.newFixedThreadPool(size);
        warm = new CountDownLatch(size);
        for (int i = 0; i < size; i++) {
            clients.add(threads.submit(this::ask));
        }
    }

    static ShutdownLoad of(URI endpoint, int size) {
        return new ShutdownLoad(endpoint, size);
    }

    /**
     * Waits until each client has a connection in use, so that a connection opened later is one opened because of the
     * stop.
     */
    void awaitWarm() throws InterruptedException {
        if (!warm.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            failures.add(String.format(
                    Locale.ROOT, "expected %d answers for each client within %d s", WARM_ANSWERS, LIMIT_SECONDS));
        }
    }

    /** The mock is about to stop: from now on it may refuse new connections. */
    void expectStop() {
        stopping = true;
    }

    /** The requests and connections that were lost, once all clients have ended. */
    List<String> failures() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        for (Future<?> client : clients) {
            try {
                client.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                failures.add("expected an answer, got %s".formatted(e.getCause()));
            } catch (TimeoutException e) {
                failures.add("expected the client's end, it still asks");
            }
        }
        return List.copyOf(failures);
    }

    long answers() {
        return answers.get();
    }

    /** Returns how many connections opened after the stop were refused or closed without a byte. */
    long turnedAway() {
        return turnedAway.get();
    }

    private void ask() {
        boolean goesOn = true;
        while (goesOn) {
            boolean mayBeTurnedAway = stopping;
            try (RawConnection connection = RawConnection.underLoad(endpoint)) {
                goesOn = askOn(connection, mayBeTurnedAway);
            } catch (IOException e) {
                lose(mayBeTurnedAway, e, "a connection");
                goesOn = false;
            }
        }
    }

    /** Sends requests until the last response of the connection; returns whether there was one. */
    private boolean askOn(RawConnection connection, boolean mayBeTurnedAway) {
        int answered = 0;
        long sent = System.nanoTime();
        long sentBefore = sent;
        try {
            boolean goesOn = true;
            while (goesOn) {
                sentBefore = sent;
                sent = System.nanoTime();
                RawConnection.Response answer = connection.send(REQUEST).read();
                if (answer.status() != 200 || !answer.text().endsWith("}")) {
                    failures.add(
                            String.format(Locale.ROOT, "expected a page, got %d %s", answer.status(), answer.text()));
                    return false;
                }
                answers.incrementAndGet();
                answered++;
                if (answered == WARM_ANSWERS) {
                    warm.countDown();
                }
                goesOn = !answer.value("connection").equals("close");
            }
            return true;
        } catch (IOException e) {
            long silentMillis = (sent - sentBefore) / 1_000_000;
            lose(
                    mayBeTurnedAway && !connection.hasReceivedByte(),
                    e,
                    String.format(
                            Locale.ROOT,
                            "answer %d of a connection, %d ms after the last request",
                            answered + 1,
                            silentMillis));
            return false;
        }
    }

    // Who is kept waiting is not turned away.
    private void lose(boolean mayBeTurnedAway, IOException end, String expected) {
        if (mayBeTurnedAway && !(end instanceof SocketTimeoutException)) {
            turnedAway.incrementAndGet();
        } else {
            failures.add("expected %s, got %s".formatted(expected, end));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
