package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.Replicas;
import dev.casesaudit.journey.sdk.SdkClients;
import dev.casesaudit.postgresql.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;

/**
 * Replicas and their database are killed at random moments while clients write. Everything that was acknowledged is there in the
 * end, once.
 */
class KilledReplicasIT {

    private static final int REPLICAS = 2;
    private static final int WRITERS = 6;
    private static final int EDITS_OF_A_CASE = 40;
    private static final int KILLS = Effort.of(4, 200);
    private static final int LEAST_MILLIS = 150;
    private static final int MOST_MILLIS = 900;

    private final AcknowledgedWrites writes = new AcknowledgedWrites();
    private final Map<PackagedMock, ConnectCasesClient> clients = new ConcurrentHashMap<>();
    private volatile Optional<String> shared = Optional.empty();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void loseNothingThatTheyAcknowledged() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try (PostgresServer database = PostgresServer.durable();
                Replicas replicas = Replicas.start(
                        REPLICAS,
                        database.newDatabase(),
                        "-Dcases.journal.size=0",
                        "-Dcases.control.cases=1000000",
                        "-Dcases.control.events=100000000")) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int number = i;
                writers.add(threads.submit(() -> write(number, replicas)));
            }
            Random random = new Random(Effort.seed());
            for (int i = 0; i < KILLS; i++) {
                TimeUnit.MILLISECONDS.sleep(LEAST_MILLIS + random.nextInt(MOST_MILLIS - LEAST_MILLIS));
                // The first three kills are of each once.
                kill(i < REPLICAS + 1 ? i : random.nextInt(REPLICAS + 1), database, replicas);
                shared = created(replicas.get(i));
                for (Future<?> one : writers) {
                    if (one.isDone()) {
                        one.get();
                    }
                }
            }
            over.set(true);
            for (Future<?> one : writers) {
                one.get();
            }

            writes.requireAll(replicas.all());
            Figures.of("killed-replicas")
                    .put("kills", KILLS)
                    .put("acknowledged writes", writes.acknowledged())
                    .put("writes of unknown outcome", writes.unknown())
                    .write();
            assertThat(writes.acknowledged()).isGreaterThan(KILLS);
        } finally {
            over.set(true);
            threads.shutdownNow();
            clients.values().forEach(ConnectCasesClient::close);
        }
    }

    private static void kill(int victim, PostgresServer database, Replicas replicas) {
        if (victim < REPLICAS) {
            replicas.replace(victim);
        } else {
            database.kill();
            database.start();
        }
    }

    // Also waits until a replica serves again.
    private Optional<String> created(PackagedMock mock) throws InterruptedException {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            Optional<String> made = writes.create(client(mock));
            if (made.isPresent()) {
                return made;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("the replica does not serve again:\n" + mock.log());
    }

    private ConnectCasesClient client(PackagedMock mock) {
        return clients.computeIfAbsent(mock, SdkClients::ofOneAttempt);
    }

    // Each thread has cases and a scope of its own, and all threads share some cases.
    private void write(int number, Replicas replicas) {
        String scope = String.format(Locale.ROOT, "scope-%d", number);
        Optional<String> own = Optional.empty();
        for (int i = 0; !over.get(); i++) {
            PackagedMock mock = replicas.get(number + i);
            if (own.isEmpty() || i % EDITS_OF_A_CASE == 0) {
                own = writes.create(client(mock));
                continue;
            }
            String caseId = i % 3 == 0 ? shared.orElse(own.get()) : own.get();
            boolean done = switch (i % 5) {
                case 0 -> writes.comment(client(mock), caseId);
                case 1 -> writes.append(mock, caseId);
                case 2 -> i % 4 == 0 ? writes.configure(mock, scope) : writes.update(client(mock), caseId);
                default -> writes.update(client(mock), caseId);
            };
            if (!done) {
                rest();
            }
        }
    }

    // Without it, thousands of requests would find no replica.
    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
