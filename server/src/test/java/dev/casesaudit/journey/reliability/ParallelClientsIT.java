package dev.casesaudit.journey.reliability;

import dev.casesaudit.journey.PackagedMock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many clients at once, each with cases and scripts of its own. */
class ParallelClientsIT {

    private static final int CLIENTS = 64;

    @Test
    void givesEachOfManyClientsAllOfItsOwnAndNothingElse() {
        int rounds = Effort.of(1, 40);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (PackagedMock mock = PackagedMock.start("-Xmx256m", "-Dcases.journal.size=5000")) {
            LocalClient client = new LocalClient(mock.endpoint());
            long began = System.nanoTime();
            List<CompletableFuture<Void>> all = IntStream.range(0, CLIENTS)
                    .mapToObj(number -> new CaseOwner(
                            client, String.format(Locale.ROOT, "parallel-%d", number), Effort.seed() + number))
                    .map(owner -> CompletableFuture.runAsync(
                            () -> IntStream.range(0, rounds).forEach(owner::round), threads))
                    .toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();
            Figures.of("parallel")
                    .put("clients", CLIENTS)
                    .put("rounds of each", rounds)
                    .put("requests", client.sent())
                    .put("seconds", (System.nanoTime() - began) / 1e9)
                    .write();
        } finally {
            threads.shutdownNow();
        }
    }
}
