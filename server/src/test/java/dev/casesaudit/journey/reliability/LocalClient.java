package dev.casesaudit.journey.reliability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** A client of one mock that counts its requests. */
public final class LocalClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    // Far beyond what a slow machine needs: a missing response must not keep a program from its end.
    private static final Duration TIME_LIMIT = Duration.ofMinutes(2);

    private final URI endpoint;
    private final LongAdder sent = new LongAdder();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public LocalClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Returns how many requests it has sent. */
    public long sent() {
        return sent.sum();
    }

    /** Requests a page, in one attempt. */
    public HttpResponse<String> page(String domainId, String caseId, String body, String... headers)
            throws IOException {
        return send("POST", "/domains/%s/cases/%s/audit-history".formatted(domainId, caseId), body, headers);
    }

    /** Calls the control API, which must succeed. */
    public JsonNode control(String method, String path, String body) {
        try {
            HttpResponse<String> answer = send(method, "/_mock/" + path, body);
            if (answer.statusCode() != (method.equals("DELETE") ? 204 : 200)) {
                throw new AssertionError(String.format(
                        Locale.ROOT,
                        "%s %s: expected a success, got %d %s",
                        method,
                        path,
                        answer.statusCode(),
                        answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("%s %s".formatted(method, path), e);
        }
    }

    public JsonNode control(String method, String path) {
        return control(method, path, "");
    }

    public static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }

    /** Sends a request, and returns any response. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve(path))
                .timeout(TIME_LIMIT)
                .header("content-type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        sent.increment();
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
