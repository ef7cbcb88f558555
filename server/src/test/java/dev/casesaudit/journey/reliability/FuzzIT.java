package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Sends requests mutated from valid ones, each of which must get a well-formed response. {@code -Dfuzz.only=N} sends
 * one of them.
 */
class FuzzIT {

    private static final int CONNECTIONS = 4;
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", Effort.of(3_000, 1_000_000));
    private static final long ROOM_KIBIBYTES = 8 * 1024;

    private static PackagedMock mock;

    private final FuzzFindings findings = new FuzzFindings();
    private final FuzzRequests requests = new FuzzRequests(Effort.seed());

    @BeforeAll
    static void start() {
        mock = PackagedMock.start(
                "-XX:TieredStopAtLevel=" + Effort.of(1, 4),
                "-Xmx256m",
                "-Dcases.token.key=" + FuzzSeeds.TOKEN_KEY,
                // Long faults would take up the fuzzer's time.
                "-Dcases.faults.longest=50ms",
                "-Dcases.control.cases=200",
                "-Dcases.control.events=20000",
                "-Dcases.control.body=64K");
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @Test
    void respondsToEveryRequestByTheProtocol() {
        Long only = Long.getLong("fuzz.only");
        if (only != null) {
            run(only, only + 1);
        } else {
            int warm = REQUESTS / 5;
            run(0, warm);
            forget();
            long liveBefore = LiveHeap.kibibytes(mock.pid());
            long residentBefore = MemoryOf.residentKibibytes(mock.pid());
            long started = System.nanoTime();
            run(warm, REQUESTS);
            double seconds = (System.nanoTime() - started) / 1e9;
            long resident = MemoryOf.residentKibibytes(mock.pid());
            forget();
            long live = LiveHeap.kibibytes(mock.pid());
            Figures figures = Figures.of("fuzz")
                    .put("requests", REQUESTS)
                    .put("requestsPerSecond", Math.round((REQUESTS - warm) / seconds))
                    .put("liveKibibytesAfterAFifth", liveBefore)
                    .put("liveKibibytesAtTheEnd", live)
                    .put("residentKibibytesAfterAFifth", residentBefore)
                    .put("residentKibibytesAtTheEnd", resident);
            findings.counts().forEach(figures::put);
            figures.write();
            assertThat(live).as("kibibytes of live objects").isLessThan(liveBefore + ROOM_KIBIBYTES);
        }
        assertThat(findings.all()).isEmpty();
        assertThat(mock.log()).doesNotContain("failed unexpectedly", "ERROR");
    }

    // Behaviours and cases that requests created on purpose are no leak.
    private void forget() {
        try (Fuzzer fuzzer = new Fuzzer(mock.endpoint(), findings)) {
            fuzzer.send(requests.number(0));
        }
    }

    private void run(long from, long to) {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                long first = from + i;
                all.add(threads.submit(() -> sendEach(first, to)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void sendEach(long first, long to) {
        try (Fuzzer fuzzer = new Fuzzer(mock.endpoint(), findings)) {
            for (long number = first; number < to; number += CONNECTIONS) {
                fuzzer.send(requests.number(number));
            }
        }
    }
}
