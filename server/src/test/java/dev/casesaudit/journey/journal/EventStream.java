package dev.casesaudit.journey.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.casesaudit.journey.PackagedMock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads the stream of the journal. */
final class EventStream implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Event END = new Event("end", "", MissingNode.getInstance());
    private static final long LIMIT_SECONDS = 10;

    private final InputStream body;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private String lastId = "";

    private EventStream(InputStream body) {
        this.body = body;
        Thread reader = new Thread(this::read, "stream of the journal");
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens a stream, and waits until it is open. */
    static EventStream of(PackagedMock mock, String... headers) {
        HttpResponse<InputStream> response = response(mock, headers);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("text/event-stream");
        return new EventStream(response.body());
    }

    static HttpResponse<InputStream> response(PackagedMock mock, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(mock.endpoint().resolve("/_mock/journal/stream"))
                .timeout(Duration.ofSeconds(LIMIT_SECONDS));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Opens a stream as soon as the mock has noticed that another client has left. */
    static EventStream awaitPlace(PackagedMock mock, String... headers) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        HttpResponse<InputStream> response = response(mock, headers);
        while (response.statusCode() == 503 && System.nanoTime() < deadline) {
            response = response(mock, headers);
        }
        assertThat(response.statusCode()).isEqualTo(200);
        return new EventStream(response.body());
    }

    private void read() {
        String id = "";
        String name = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name, id, JsonMapper.builder().build().readTree(line.substring(6))));
                }
            }
        } catch (IOException e) {
            // Closed by either side.
        }
        events.add(END);
    }

    Event next() {
        try {
            Event event = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(event).as("an event within %d s", LIMIT_SECONDS).isNotNull();
            lastId = event.id();
            return event;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Returns the next event, which is to be a request. */
    JsonNode request() {
        Event event = next();
        assertThat(event.name()).isEqualTo("request");
        return event.data();
    }

    /** Returns the next request that has ended. */
    JsonNode ended() {
        JsonNode request = request();
        return request.has("answer") ? request : ended();
    }

    String lastId() {
        return lastId;
    }

    void awaitEnd() {
        assertThat(next()).isSameAs(END);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event with its fields. */
    record Event(String name, String id, JsonNode data) {}
}
