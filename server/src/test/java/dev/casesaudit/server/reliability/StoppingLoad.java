package dev.casesaudit.server.reliability;

import static dev.casesaudit.server.reliability.GreedyConnection.TWO_PAGES;
import static dev.casesaudit.server.reliability.GreedyConnection.post;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that ask without a pause until the mock takes no more connections, each on a connection that it keeps until it is told
 * otherwise.
 */
final class StoppingLoad implements AutoCloseable {

    private static final String REQUEST = post(TWO_PAGES, "{}");

    private final URI endpoint;
    private final ExecutorService threads;
    private final List<Future<List<String>>> clients = new ArrayList<>();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();
    private final CountDownLatch warm;

    private StoppingLoad(URI endpoint, int size) {
        this.endpoint = endpoint;
        threads = Executors.newFixedThreadPool(size);
        warm = new CountDownLatch(500);
        for (int i = 0; i < size; i++) {
            clients.add(threads.submit(this::ask));
        }
    }

    static StoppingLoad of(URI endpoint, int size) {
        return new StoppingLoad(endpoint, size);
    }

    void awaitWarm() throws InterruptedException {
        warm.await();
    }

    /** What went wrong with requests that were accepted, once all clients have ended. */
    List<String> failures() throws InterruptedException, ExecutionException {
        List<String> failures = new ArrayList<>();
        for (Future<List<String>> client : clients) {
            failures.addAll(client.get());
        }
        return failures;
    }

    long answers() {
        return answers.get();
    }

    /** How many connections were refused, or ended before the mock had taken them in. */
    long turnedAway() {
        return turnedAway.get();
    }

    private List<String> ask() {
        List<String> failures = new ArrayList<>();
        while (failures.isEmpty()) {
            int answered = 0;
            long asked = System.nanoTime();
            long askedBefore = asked;
            try (GreedyConnection connection = new GreedyConnection(endpoint)) {
                boolean goesOn = true;
                while (goesOn) {
                    askedBefore = asked;
                    asked = System.nanoTime();
                    GreedyConnection.Answer answer = connection.send(REQUEST).read();
                    if (answer.status() != 200 || !answer.body().endsWith("}")) {
                        failures.add("expected a page, got %d %s".formatted(answer.status(), answer.body()));
                    }
                    answered++;
                    answers.incrementAndGet();
                    warm.countDown();
                    goesOn = !answer.header("connection").equals("close");
                }
            } catch (IOException e) {
                if (answered == 0) {
                    turnedAway.incrementAndGet();
                    return failures;
                }
                long silentMillis = (asked - askedBefore) / 1_000_000;
                failures.add("expected answer %d of a connection, %d ms after the last request, got %s"
                        .formatted(answered + 1, silentMillis, e));
            }
        }
        return failures;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
