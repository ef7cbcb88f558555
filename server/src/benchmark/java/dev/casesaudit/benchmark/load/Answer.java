package dev.casesaudit.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a server sent, mostly a page. Each character of the body is one byte. */
public record Answer(Map<String, List<String>> headers, String body) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String BEFORE_TOKEN = "],\"nextToken\":\"";
    private static final String AFTER_TOKEN = "\"}";

    /** Sends one request. */
    public static Answer of(ServerProcess server, Request request) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.endpoint() + request.path()))
                        .header("content-type", "application/json")
                        .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "%s: expected success, got %d: %s",
                    request.path(),
                    answer.statusCode(),
                    answer.body()));
        }
        return new Answer(answer.headers().map(), answer.body());
    }

    /** Returns the token for the next page; empty on the last page. */
    public Optional<String> nextToken() {
        int start = body.lastIndexOf(BEFORE_TOKEN);
        return start < 0 || !body.endsWith(AFTER_TOKEN)
                ? Optional.empty()
                : Optional.of(body.substring(start + BEFORE_TOKEN.length(), body.length() - AFTER_TOKEN.length()));
    }
}
