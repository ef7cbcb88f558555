package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Everything that the mock remembers by keys from clients is bounded. */
class BoundedMemoryIT {

    private static final String DOMAIN = "contact-center";
    private static final String CASE = "case-long";
    private static final int CLIENTS = 8;
    private static final double FLAT_PERCENT = 10;

    // Enough for everything that is bounded, and far too little for anything that is not.
    private static final String HEAP = "-Xmx128m";

    @Test
    void remembersOnlySoManyDomainsCallsScriptsTokensAndHeaders() {
        int rounds = Effort.of(10, 3_000);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (PackagedMock mock =
                PackagedMock.start(HEAP, "-Dcases.rate-limit.rate=1000000", "-Dcases.rate-limit.burst=1000")) {
            LocalClient client = new LocalClient(mock.endpoint());
            client.control("PUT", "behaviour", "{\"faults\": \"ok\", \"pages\": \"tokens-once\"}");
            send(client, rounds, threads);
            long half = LiveHeap.kibibytes(mock.pid());
            send(client, rounds, threads);
            long all = LiveHeap.kibibytes(mock.pid());

            Figures.of("many-keys")
                    .put("requests", client.sent())
                    .put("live KiB, after half of them", half)
                    .put("live KiB, after all", all)
                    .write();
            // Before the bounds are reached, it grows as it should.
            if (Effort.isLong()) {
                assertThat(100.0 * (all - half) / half).isLessThan(FLAT_PERCENT);
            }
            assertThat(mock.log()).doesNotContain("OutOfMemory", "ERROR");
        } finally {
            threads.shutdownNow();
        }
    }

    private static void send(LocalClient client, int rounds, ExecutorService threads) {
        CompletableFuture.allOf(IntStream.range(0, CLIENTS)
                        .mapToObj(number -> CompletableFuture.runAsync(
                                () -> IntStream.range(0, rounds).forEach(round -> round(client, round)), threads))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private static void round(LocalClient client, int round) {
        try {
            String key = "%s-%s".formatted(UUID.randomUUID(), "long ".repeat(20).replace(' ', '-'));
            assertThat(client.page(key, key, "{}").statusCode()).isEqualTo(404);

            HttpResponse<String> first = client.page(DOMAIN, CASE, "{}", "amz-sdk-invocation-id", key);
            JsonNode page = LocalClient.json(first.body());
            String next =
                    "{\"nextToken\": \"%s\"}".formatted(page.path("nextToken").asText());
            assertThat(client.page(DOMAIN, CASE, next).statusCode()).isEqualTo(200);
            assertThat(client.page(DOMAIN, CASE, next).statusCode()).isEqualTo(400);

            String[] asks = {"x-mock-fault", "InternalServer(message=%s)".formatted(key), "amz-sdk-invocation-id", key};
            assertThat(client.page(DOMAIN, CASE, "{}", asks).statusCode()).isEqualTo(500);
            if (round % 4 == 0) {
                assertThat(client.page(DOMAIN, CASE, "{}", manyHeaders(key)).statusCode())
                        .isEqualTo(200);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Many short ones take up far more in memory than on the wire, where all of them are kept.
    private static String[] manyHeaders(String key) {
        return IntStream.range(0, 4_000)
                .mapToObj(i -> i % 2 == 0 ? String.format(Locale.ROOT, "x-%d", i) : key.substring(0, 4))
                .toArray(String[]::new);
    }
}
