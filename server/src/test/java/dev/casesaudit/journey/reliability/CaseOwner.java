package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A client with a domain of its own. The names in it are unique, so that it recognizes what belongs to others. */
final class CaseOwner {

    private static final List<Script> SCRIPTS = List.of(
            new Script("ok", 1),
            new Script("Throttling*2, ok", 3),
            new Script("InternalServer, ok", 2),
            new Script("latency(5ms..20ms)", 1),
            new Script("reset, close", 3),
            new Script("close(midway), malformed", 3),
            new Script("html(503), wrong-content-type", 3),
            new Script("slow(200000)", 1));

    private static final List<String> PAGES =
            List.of("null-token", "short-pages", "empty-pages", "long-tokens", "tokens-once, short-pages");

    private final LocalClient client;
    private final String name;
    private final Random draws;

    CaseOwner(LocalClient client, String name, long seed) {
        this.client = client;
        this.name = name;
        draws = new Random(seed);
    }

    String domain() {
        return name;
    }

    /** Seeds a case with a script, reads all of it, checks its part of the journal, and deletes it. */
    void round(int number) {
        String caseId = String.format(Locale.ROOT, "case-%d", number);
        String path = "domains/%s/cases/%s".formatted(name, caseId);
        List<String> ids = ids(caseId, 26 + draws.nextInt(60));
        Script script = SCRIPTS.get(draws.nextInt(SCRIPTS.size()));
        String pages = PAGES.get(draws.nextInt(PAGES.size()));
        client.control("PUT", path, history(ids));
        client.control("PUT", path + "/behaviour", """
                {"faults": "%s", "pages": "%s"}""".formatted(script.text(), pages));

        PageWalk walk = new PageWalk(client, name, caseId, 1 + draws.nextInt(25));
        assertThat(walk.read()).as("%s, %s, %s", path, script, pages).containsExactlyElementsOf(ids);
        assertThat(walk.attempts())
                .as("attempts of %s, %s, %s", path, script, pages)
                .containsOnly(script.attempts());
        requireOwnJournal(caseId, walk);

        client.control("DELETE", path);
        requireGone(caseId);
    }

    private void requireOwnJournal(String caseId, PageWalk walk) {
        JsonNode requests = client.control("GET", "journal?limit=1000&domainId=%s&caseId=%s".formatted(name, caseId))
                .path("requests");
        // The journal has the newest first, and may have lost the oldest to those of other clients.
        List<String> noted = new ArrayList<>();
        requests.forEach(request -> noted.add(request.path("invocationId").asText()));
        Collections.reverse(noted);
        assertThat(noted).as("what the journal shows of %s in %s", caseId, name).isNotEmpty();
        assertThat(walk.requests())
                .as("what the journal shows of %s in %s", caseId, name)
                .endsWith(noted.toArray(String[]::new));
    }

    private void requireGone(String caseId) {
        try {
            assertThat(client.page(name, caseId, "{}").statusCode())
                    .as("the deleted %s of %s", caseId, name)
                    .isEqualTo(404);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> ids(String caseId, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "event-%d-of-%s-of-%s", i, caseId, name))
                .toList();
    }

    static String event(String id) {
        return """
                {"eventId": "%s", "type": "Case.Updated", "performedTime": "2026-03-02T11:02:00Z", "fields": []}""".formatted(id);
    }

    /** A case with these events, in this order. */
    static String history(List<String> ids) {
        return ids.stream()
                .map(CaseOwner::event)
                .collect(Collectors.joining(",", "{\"order\": \"listed\", \"auditEvents\": [", "]}"));
    }

    /** @param attempts the number of attempts that each call needs */
    private record Script(String text, int attempts) {}
}
