package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.postgresql.PostgresDatabase;
import dev.casesaudit.postgresql.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database goes away, or does not respond, while clients go on with their requests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseFailuresIT {

    private static final int CLIENTS = 64;
    private static final int REQUESTS = 4_000;
    private static final double LONGEST_RETURN_SECONDS = 5;

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private Optional<PostgresServer> server = Optional.empty();
    private Optional<PackagedMock> started = Optional.empty();

    @BeforeAll
    void start() {
        PostgresServer own = PostgresServer.durable();
        server = Optional.of(own);
        PostgresDatabase database = own.newDatabase();
        started = Optional.of(PackagedMock.start(Stream.of(new String[] {"-Xmx96m"}, database.options())
                .flatMap(Stream::of)
                .toArray(String[]::new)));
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
        started.ifPresent(PackagedMock::close);
        server.ifPresent(PostgresServer::close);
    }

    private PackagedMock mock() {
        return started.orElseThrow();
    }

    private LocalClient client() {
        return new LocalClient(mock().endpoint());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areToldToTryAgainWhileTheDatabaseIsAway(boolean isKilled) throws IOException {
        PostgresServer database = server.orElseThrow();
        LocalClient client = client();
        assertThat(read(client).statusCode()).isEqualTo(200);
        assertThat(get(client, "/q/health/ready").statusCode()).isEqualTo(200);

        if (isKilled) {
            database.kill();
        } else {
            database.stop();
        }

        CompletableFuture.allOf(IntStream.range(0, CLIENTS)
                        .mapToObj(number -> CompletableFuture.runAsync(
                                () -> IntStream.range(0, REQUESTS / CLIENTS)
                                        .forEach(i -> requireAdvice(i % 2 == 0 ? read(client) : write(client))),
                                threads))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        HttpResponse<String> ready = get(client, "/q/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(LocalClient.json(ready.body()).findValuesAsText("problem")).isNotEmpty();
        assertThat(get(client, "/q/health/live").statusCode()).isEqualTo(200);
        assertThat(get(client, "/_mock/state").statusCode()).isEqualTo(500);
        // None of the requests is kept.
        assertThat(LiveHeap.count(mock().pid(), "dev.casesaudit.server.http.CurrentRequest"))
                .isLessThan(CLIENTS);
        assertThat(mock().log()).doesNotContain("OutOfMemory", "failed unexpectedly");

        database.start();
        long began = System.nanoTime();
        awaitReady(client);
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(read(client).statusCode()).isEqualTo(200);
        assertThat(write(client).statusCode()).isEqualTo(200);
        Figures.of("database-" + (isKilled ? "killed" : "stopped"))
                .put("requests while it was away", REQUESTS)
                .put("seconds until it was used again", seconds)
                .write();
        // On a machine with other work, the time says nothing.
        if (Effort.isLong()) {
            assertThat(seconds).isLessThan(LONGEST_RETURN_SECONDS);
        }
    }

    private static void requireAdvice(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(500);
        assertThat(response.headers().firstValue("x-amzn-errortype")).contains("InternalServerException");
        assertThat(response.headers().firstValue("retry-after")).contains("1");
    }

    @Test
    void doNotKeepOthersFromBeingServedWhileTheDatabaseHangs() {
        PostgresServer database = server.orElseThrow();
        LocalClient client = client();
        assertThat(read(client).statusCode()).isEqualTo(200);

        database.suspend();
        List<CompletableFuture<HttpResponse<String>>> hanging = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            hanging.add(CompletableFuture.supplyAsync(() -> number % 2 == 0 ? read(client) : write(client), threads));
        }
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            others.add(get(client, "/q/health/live").statusCode());
            others.add(get(client, "/unknown").statusCode());
            others.add(get(client, "/q/openapi").statusCode());
        }
        long waiting = hanging.stream().filter(one -> !one.isDone()).count();
        database.resume();

        assertThat(others).containsOnly(200, 404);
        assertThat(waiting).as("requests that waited for the database").isEqualTo(CLIENTS);
        for (CompletableFuture<HttpResponse<String>> one : hanging) {
            HttpResponse<String> response = one.orTimeout(60, TimeUnit.SECONDS).join();
            if (response.statusCode() != 200) {
                requireAdvice(response);
            }
        }
        awaitReady(client);
        assertThat(read(client).statusCode()).isEqualTo(200);
        assertThat(write(client).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> read(LocalClient client) {
        return send(client, "POST", "/domains/contact-center/cases/case-two-pages/audit-history", "{}");
    }

    private static HttpResponse<String> write(LocalClient client) {
        return send(
                client,
                "PUT",
                "/domains/contact-center/cases/case-two-pages",
                "{\"fields\":[{\"id\":\"title\",\"value\":{\"stringValue\":\"%s\"}}]}".formatted(System.nanoTime()));
    }

    private static HttpResponse<String> get(LocalClient client, String path) {
        return send(client, "GET", path, "");
    }

    private static HttpResponse<String> send(LocalClient client, String method, String path, String body) {
        try {
            return client.send(method, path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(LocalClient client) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (get(client, "/q/health/ready").statusCode() != 200) {
            assertThat(System.nanoTime()).as("the mock is ready again").isLessThan(deadline);
        }
    }
}
