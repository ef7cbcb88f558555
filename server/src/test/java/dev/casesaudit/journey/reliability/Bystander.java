package dev.casesaudit.journey.reliability;

import static dev.casesaudit.journey.OperationRequests.TWO_PAGES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** A well-behaved client that walks a case and requests a missing one, on one connection, and checks each response. */
final class Bystander implements AutoCloseable {

    // Without a pause, it would take up the machine that a build also needs for the greedy client.
    private static final int PAUSE_MILLIS = Effort.of(5, 0);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MISSING = "/domains/contact-center/cases/none/audit-history";

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final RawConnection connection;
    private final LongStream.Builder nanos = LongStream.builder();
    private final Set<String> requestIds = new HashSet<>();
    private final JsonNode first;
    private final JsonNode second;
    private final Future<Integer> work;
    private volatile boolean over;
    private int answers;

    private Bystander(URI endpoint) throws IOException {
        connection = RawConnection.underLoad(endpoint);
        first = ask(TWO_PAGES, "{}", 200);
        second = ask(TWO_PAGES, next(first), 200);
        assertThat(first.path("auditEvents")).hasSize(25);
        assertThat(second.path("auditEvents")).hasSize(1);
        assertThat(second.has("nextToken")).isFalse();
        work = thread.submit(this::work);
    }

    /** Starts a client, which continues until {@link #finish}. */
    static Bystander of(URI endpoint) throws IOException {
        return new Bystander(endpoint);
    }

    /** Stops, fails if any response was wrong, and adds the response times to the figures. */
    void finish(String kind, Figures figures) throws InterruptedException, ExecutionException {
        over = true;
        assertThat(work.get()).as("right answers for the well-behaved client").isPositive();
        long[] sorted = nanos.build().sorted().toArray();
        figures.put(kind + ": answers", sorted.length)
                .put(kind + ": p50 ms", millis(sorted, 0.5))
                .put(kind + ": p99 ms", millis(sorted, 0.99))
                .put(kind + ": longest ms", millis(sorted, 1));
    }

    private static double millis(long[] sorted, double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return Arrays.stream(sorted).skip(index).findFirst().orElse(0) / 1e6;
    }

    private int work() throws IOException, InterruptedException {
        while (!over) {
            JsonNode page = ask(TWO_PAGES, "{}", 200);
            assertThat(page.path("auditEvents")).isEqualTo(first.path("auditEvents"));
            assertThat(ask(TWO_PAGES, next(page), 200)).isEqualTo(second);
            assertThat(ask(MISSING, "{}", 404).path("resourceId").asText()).isEqualTo("none");
            Thread.sleep(PAUSE_MILLIS);
        }
        return answers;
    }

    private static String next(JsonNode page) {
        return JSON.createObjectNode()
                .put("nextToken", page.path("nextToken").asText())
                .toString();
    }

    private JsonNode ask(String path, String body, int status) throws IOException {
        long start = System.nanoTime();
        RawConnection.Response answer =
                connection.send(RawConnection.post(path, body)).read();
        nanos.add(System.nanoTime() - start);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().values())
                .allSatisfy(values -> assertThat(values).hasSize(1));
        assertThat(answer.value("content-type")).isEqualTo("application/json");
        assertThat(requestIds.add(answer.value("x-amzn-requestid"))).isTrue();
        answers++;
        return JSON.readTree(answer.text());
    }

    @Override
    public void close() throws IOException {
        over = true;
        connection.close();
        thread.shutdownNow();
    }
}
