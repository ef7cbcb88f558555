package dev.casesaudit.journey.exam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.journey.ControlClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Clients without an SDK, each with a typical mistake. */
final class HandWrittenClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI endpoint;

    HandWrittenClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Takes the first page for all there is. */
    void readFirstPage(String domainId, String caseId) {
        tryAgain(domainId, caseId, Optional.empty(), 3);
    }

    /** Follows each token it is given, though it may be the one it came with. */
    void followEveryToken(String domainId, String caseId) {
        Optional<String> token = Optional.empty();
        do {
            HttpResponse<String> page = tryAgain(domainId, caseId, token, 3);
            token = page.statusCode() == 200 ? nextToken(page) : Optional.empty();
        } while (token.isPresent());
    }

    /** Tries whatever went wrong again, and at once. */
    HttpResponse<String> tryAgain(String domainId, String caseId, Optional<String> token, int attempts) {
        HttpResponse<String> answer = post(domainId, caseId, token);
        for (int attempt = 1; attempt < attempts && answer.statusCode() != 200; attempt++) {
            answer = post(domainId, caseId, token);
        }
        return answer;
    }

    private HttpResponse<String> post(String domainId, String caseId, Optional<String> token) {
        String body =
                token.map(text -> "{\"nextToken\": \"%s\"}".formatted(text)).orElse("{}");
        return ControlClient.send(HttpRequest.newBuilder(
                        endpoint.resolve("/domains/%s/cases/%s/audit-history".formatted(domainId, caseId)))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static Optional<String> nextToken(HttpResponse<String> page) {
        try {
            JsonNode token = JSON.readTree(page.body()).path("nextToken");
            return token.isTextual() && !token.asText().isEmpty() ? Optional.of(token.asText()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
