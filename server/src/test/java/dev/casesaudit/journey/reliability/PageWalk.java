package dev.casesaudit.journey.reliability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads a history page by page, as a client that retries transient errors. */
final class PageWalk {

    private static final int MOST_ATTEMPTS = 6;
    private static final int MOST_PAGES = 10_000;

    private final LocalClient client;
    private final String domainId;
    private final String caseId;
    private final int pageSize;
    private final List<Integer> attempts = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    PageWalk(LocalClient client, String domainId, String caseId, int pageSize) {
        this.client = client;
        this.domainId = domainId;
        this.caseId = caseId;
        this.pageSize = pageSize;
    }

    /** Returns the ids of all events, in the order of arrival. */
    List<String> read() {
        List<String> ids = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = call(token);
            page.path("auditEvents")
                    .forEach(event -> ids.add(event.path("eventId").asText()));
            token = page.path("nextToken").asText("");
        } while (!token.isEmpty() && attempts.size() < MOST_PAGES);
        return ids;
    }

    /** Returns the number of attempts of each call. */
    List<Integer> attempts() {
        return attempts;
    }

    /** Returns the invocation id of each request. */
    List<String> requests() {
        return requests;
    }

    private JsonNode call(String token) {
        String id = UUID.randomUUID().toString();
        String body = token.isEmpty()
                ? String.format(Locale.ROOT, "{\"maxResults\": %d}", pageSize)
                : String.format(Locale.ROOT, "{\"maxResults\": %d, \"nextToken\": \"%s\"}", pageSize, token);
        List<String> failures = new ArrayList<>();
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Optional<JsonNode> page = attempt(body, id, failures);
            if (page.isPresent()) {
                attempts.add(attempt);
                return page.get();
            }
        }
        throw new AssertionError("%s of %s: expected a page, got %s".formatted(caseId, domainId, failures));
    }

    private Optional<JsonNode> attempt(String body, String id, List<String> failures) {
        requests.add(id);
        try {
            HttpResponse<String> answer =
                    client.page(domainId, caseId, body, "amz-sdk-invocation-id", id, "authorization", "AWS4 secret");
            if (isJson(answer) && answer.statusCode() == 200) {
                return Optional.of(LocalClient.json(answer.body()));
            }
            failures.add(String.format(Locale.ROOT, "%d %s", answer.statusCode(), answer.body()));
        } catch (JsonProcessingException e) {
            failures.add("malformed JSON");
        } catch (IOException e) {
            failures.add("a broken connection");
        }
        return Optional.empty();
    }

    private static boolean isJson(HttpResponse<String> answer) {
        return answer.headers().firstValue("content-type").orElse("").equals("application/json");
    }
}
