package dev.casesaudit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** A client of the control API, which returns JSON trees. */
public final class ControlClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    // How often to poll for the end of a request, which the mock may record a moment after the client has its response.
    private static final int MOST_LOOKS = 10_000;

    private final URI endpoint;

    private ControlClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    public static ControlClient of(PackagedMock mock) {
        return new ControlClient(mock.endpoint());
    }

    public URI endpoint() {
        return endpoint;
    }

    public JsonNode get(String path) {
        return json(send("GET", path, ""));
    }

    public String text(String path) {
        return send("GET", path, "").body();
    }

    public JsonNode put(String path, String body) {
        return json(send("PUT", path, body));
    }

    public JsonNode post(String path, String body) {
        return json(send("POST", path, body));
    }

    public void delete(String path) {
        assertThat(send("DELETE", path, "").statusCode()).as(path).isEqualTo(204);
    }

    public void seed(String domainId, String caseId, int events) {
        put(
                casePath(domainId, caseId),
                String.format(Locale.ROOT, "{\"generate\": {\"events\": %d, \"seed\": 7}}", events));
    }

    /** Puts a case with generated events and a behaviour. */
    public void seed(String domainId, String caseId, int events, String behaviour) {
        seed(domainId, caseId, events);
        setBehaviour(domainId, caseId, behaviour);
    }

    public void setBehaviour(String domainId, String caseId, String behaviour) {
        put(casePath(domainId, caseId) + "/behaviour", behaviour);
    }

    /** Returns the report on an SDK call, once all its attempts have ended. */
    public JsonNode call(String invocationId) {
        return ended("calls/" + invocationId, "attempts", "milliseconds");
    }

    /** Waits until every request for a domain has ended. */
    public void awaitEnds(String domainId) {
        ended("journal?limit=1000&domainId=" + domainId, "requests", "answer");
    }

    /** Sends a request to the control API, and returns any response. */
    public HttpResponse<String> send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(endpoint.resolve("/_mock/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("content-type", "application/json")
                .build());
    }

    /** Sends a request to any path, and returns any response. */
    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private JsonNode ended(String path, String list, String sign) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            JsonNode found = get(path);
            if (StreamSupport.stream(found.path(list).spliterator(), false).allMatch(one -> one.has(sign))) {
                return found;
            }
        }
        throw new AssertionError("expected an end of each request of %s, got none".formatted(path));
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String casePath(String domainId, String caseId) {
        return "domains/%s/cases/%s".formatted(domainId, caseId);
    }
}
