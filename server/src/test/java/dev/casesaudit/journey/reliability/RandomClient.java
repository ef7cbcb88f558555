package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** A client that makes random requests while the mock endures, and checks each response. */
final class RandomClient {

    private static final String LONG = "case-long";
    private static final String SEEDED = "contact-center";
    private static final String THROTTLED = "throttled-pages";

    private final LocalClient client;
    private final CaseOwner owner;
    private final Random draws;
    private final String growing;
    private int rounds;
    private int appended;

    RandomClient(LocalClient client, String name, long seed) {
        this.client = client;
        owner = new CaseOwner(client, name, seed);
        draws = new Random(seed);
        growing = "domains/%s/cases/growing".formatted(name);
    }

    void prepare() {
        appended = 0;
        client.control("PUT", growing, CaseOwner.history(List.of("first")));
    }

    /** Makes the next request. */
    void run() {
        int draw = draws.nextInt(100);
        if (draw < 30) {
            owner.round(++rounds);
        } else if (draw < 50) {
            walk();
        } else if (draw < 65) {
            append();
        } else if (draw < 80) {
            err();
        } else if (draw < 90) {
            askByHeaders();
        } else if (draw < 94) {
            limit();
        } else if (draw < 97) {
            exam();
        } else {
            lookAround();
        }
    }

    private void walk() {
        assertThat(new PageWalk(client, SEEDED, LONG, 10 + draws.nextInt(16)).read())
                .hasSize(1_000)
                .doesNotHaveDuplicates();
    }

    private void append() {
        if (appended == 200) {
            client.control("DELETE", growing + "/state");
            prepare();
        }
        String id = String.format(Locale.ROOT, "appended-%d", ++appended);
        client.control("POST", growing + "/events", "{\"auditEvents\": [%s]}".formatted(CaseOwner.event(id)));
        JsonNode page = page(ask(owner.domain(), "growing", "{\"maxResults\": 1}"));
        assertThat(page.path("auditEvents").findValuesAsText("eventId")).containsExactly(id);
    }

    private void err() {
        String never = UUID.randomUUID().toString();
        assertThat(ask(never, "c", "{}").statusCode()).isEqualTo(404);
        assertThat(ask(SEEDED, never, "{}").statusCode()).isEqualTo(404);
        assertThat(ask(SEEDED, LONG, "{\"maxResults\": 26}").statusCode()).isEqualTo(400);
        assertThat(ask(SEEDED, LONG, "{\"nextToken\": \"%s\"}".formatted(never)).statusCode())
                .isEqualTo(400);
        assertThat(ask(SEEDED, LONG, "{\"maxResults\": " + "[".repeat(1 + draws.nextInt(500)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask(SEEDED, "case-throttled", "{}").statusCode()).isEqualTo(429);
    }

    // Another script for each call.
    private void askByHeaders() {
        String script = "InternalServer(message=%s), ok".formatted(UUID.randomUUID());
        String call = UUID.randomUUID().toString();
        String[] headers = {"x-mock-fault", script, "x-mock-tomorrow", "all", "amz-sdk-invocation-id", call};
        assertThat(ask(SEEDED, LONG, "{}", headers).statusCode()).isEqualTo(500);
        assertThat(ask(SEEDED, LONG, "{}", headers).statusCode()).isEqualTo(200);
        assertThat(client.control("GET", "calls/" + call).path("attempts")).hasSize(2);
    }

    private void limit() {
        String path = "domains/%s/rate-limit".formatted(owner.domain());
        client.control("PUT", path, "{\"rate\": 0.001, \"burst\": 1}");
        assertThat(ask(owner.domain(), "growing", "{}").statusCode()).isEqualTo(200);
        assertThat(ask(owner.domain(), "growing", "{}").statusCode()).isEqualTo(429);
        client.control("DELETE", path);
    }

    private void exam() {
        JsonNode exam = client.control("POST", "exams", "{\"kind\": \"walk\"}");
        String path = "exams/" + exam.path("examId").asText();
        Map<String, Integer> statuses = new TreeMap<>();
        exam.path("tasks").forEach(task -> {
            String caseId = task.path("caseId").asText();
            statuses.put(
                    caseId, ask(exam.path("domainId").asText(), caseId, "{}").statusCode());
        });
        // One task of this kind begins with an error, all others with a page.
        assertThat(statuses)
                .hasSizeGreaterThan(1)
                .containsKey(THROTTLED)
                .allSatisfy((caseId, status) ->
                        assertThat(status).as(caseId).isEqualTo(caseId.equals(THROTTLED) ? 429 : 200));
        assertThat(client.control("GET", path).path("verdict").asText()).isEqualTo("failed");
        client.control("DELETE", path);
    }

    // After a request of its own: a reset may have emptied the journal.
    private void lookAround() {
        assertThat(ask(owner.domain(), "growing", "{}").statusCode()).isEqualTo(200);
        assertThat(client.control("GET", "journal?limit=100").path("requests")).isNotEmpty();
        assertThat(client.control("GET", "state").isObject()).isTrue();
        assertThat(client.control("GET", "domains/" + owner.domain())
                        .findPath("growing")
                        .isMissingNode())
                .isFalse();
    }

    private HttpResponse<String> ask(String domainId, String caseId, String body, String... headers) {
        try {
            return client.page(domainId, caseId, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return LocalClient.json(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
