package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Clients that write to cases of their own at random, validly and not: a refused write changes nothing, and an accepted
 * one is what is read back, in the case and in its history.
 */
class RandomWritesIT {

    private static final int CLIENTS = 4;
    private static final int WRITES = Integer.getInteger("writes.each", Effort.of(60, 20_000));

    @Test
    void changeWhatTheySayAndNothingElse() throws InterruptedException, ExecutionException, IOException {
        try (PackagedMock mock = PackagedMock.start("-XX:TieredStopAtLevel=" + Effort.of(1, 4), "-Xmx256m")) {
            ControlClient control = ControlClient.of(mock);
            List<WritingClient> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new WritingClient(mock.endpoint(), "writes-" + i, Effort.seed() + i));
            }
            ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
            List<Future<Integer>> all = new ArrayList<>();
            for (WritingClient client : clients) {
                all.add(threads.submit(() -> client.write(WRITES)));
            }
            int accepted = 0;
            for (Future<Integer> one : all) {
                accepted += one.get();
            }
            threads.shutdown();
            Figures.of("random-writes")
                    .put("writes", (long) CLIENTS * WRITES)
                    .put("accepted", accepted)
                    .write();
            assertThat(accepted).isBetween(CLIENTS * WRITES / 4, CLIENTS * WRITES - 1);

            String world = control.text("world");
            control.put("world", world);

            assertThat(control.text("world").equals(world)).isTrue();
            for (WritingClient client : clients) {
                client.requireCaseOfToken();
            }
            assertThat(mock.log()).doesNotContain("failed unexpectedly", "ERROR");
        }
    }
}
