package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.Replicas;
import dev.casesaudit.journey.reliability.Linearizability.Recorded;
import dev.casesaudit.postgresql.PostgresServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/**
 * Many clients change and read the same two cases at once: put, record, copy (also onto itself), import, remove, reset, and read by
 * the operation and by exports. All answers together must be those of some order in which one came after the other.
 */
class ConcurrentChangesIT {

    private static final int CLIENTS = 6;
    private static final String NO_JOURNAL = "-Dcases.journal.size=0";
    private static final String DOMAIN = "/_mock/domains/d";
    private static final List<String> CASES = List.of("a", "b");

    @Test
    void changesAreSeenWholeAndNoneIsLost() throws InterruptedException, ExecutionException {
        try (PackagedMock mock = PackagedMock.start(NO_JOURNAL)) {
            requireOneOrder("whole-changes", List.of(mock), Effort.of(200, 4_000));
        }
    }

    @Disabled("an export that streams the events of a case fails if another replica deletes the case meanwhile")
    @Test
    void soAreThoseOfReplicasWithOneDatabase() throws InterruptedException, ExecutionException {
        try (Replicas replicas = Replicas.start(2, PostgresServer.shared().newDatabase(), NO_JOURNAL)) {
            requireOneOrder("whole-changes-of-replicas", replicas.all(), Effort.of(60, 2_000));
        }
    }

    private static void requireOneOrder(String name, List<PackagedMock> mocks, int each)
            throws InterruptedException, ExecutionException {
        List<Callable<List<Recorded<Map<String, OneCase>>>>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Client one = new Client(
                    mocks.stream().map(mock -> new LocalClient(mock.endpoint())).toList(),
                    "c" + i,
                    new Random(Effort.seed() + i));
            clients.add(() -> one.send(each));
        }
        List<Recorded<Map<String, OneCase>>> recorded = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (Future<List<Recorded<Map<String, OneCase>>>> done : threads.invokeAll(clients)) {
                recorded.addAll(done.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(Linearizability.violation(Map.of(), recorded).map(Recorded::name))
                .as("the first answer that no order of the others explains")
                .isEmpty();
        Figures.of(name)
                .put("clients", CLIENTS)
                .put("requests", recorded.size())
                .write();
    }

    /** A case as clients see it: its ids, newest first, and whether walks end with a null token. */
    private record OneCase(List<String> ids, boolean nullToken) {

        OneCase and(String id) {
            List<String> more = new ArrayList<>(List.of(id));
            more.addAll(ids);
            return new OneCase(List.copyOf(more), nullToken);
        }
    }

    private record Client(List<LocalClient> mocks, String name, Random random) {

        List<Recorded<Map<String, OneCase>>> send(int count) throws IOException {
            List<Recorded<Map<String, OneCase>>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sent.add(send(name + "-" + i));
            }
            return sent;
        }

        private Recorded<Map<String, OneCase>> send(String id) throws IOException {
            String one = CASES.get(random.nextInt(2));
            String path = DOMAIN + "/cases/" + one;
            int draw = random.nextInt(100);
            if (draw < 25) {
                return record(
                        "POST",
                        path + "/events",
                        "{\"auditEvents\":[%s]}".formatted(event(id)),
                        answer -> state -> appended(state, one, id, answer));
            } else if (draw < 45) {
                return record(
                        "POST",
                        "/domains/d/cases/" + one + "/audit-history",
                        "{\"maxResults\":25}",
                        answer -> state -> Optional.of(state).filter(now -> isPage(now.get(one), answer)));
            } else if (draw < 60) {
                return record(
                        "GET",
                        DOMAIN,
                        "",
                        answer -> state -> Optional.of(state)
                                .filter(now -> answer.isRefusal()
                                        || now.equals(exported(answer.body().path("cases")))));
            } else if (draw < 70) {
                String to = CASES.get(random.nextInt(2));
                return record(
                        "POST",
                        path + "/copies",
                        "{\"caseId\":\"%s\"}".formatted(to),
                        answer -> state -> copied(state, one, to, answer));
            } else if (draw < 82) {
                boolean nullToken = random.nextBoolean();
                return record(
                        "PUT",
                        path,
                        content(id, nullToken),
                        answer -> state -> Optional.of(
                                        with(state, one, new OneCase(List.of(id + "-1", id + "-0"), nullToken)))
                                .filter(next -> answer.status() == 200));
            } else if (draw < 92) {
                boolean nullToken = random.nextBoolean();
                String domain =
                        "{\"domain\":\"d\",\"cases\":{\"a\":%1$s,\"b\":%1$s}}".formatted(content(id, nullToken));
                OneCase both = new OneCase(List.of(id + "-1", id + "-0"), nullToken);
                boolean isWorld = random.nextBoolean();
                return record(
                        "PUT",
                        isWorld ? "/_mock/world" : DOMAIN,
                        isWorld ? "[" + domain + "]" : domain,
                        answer -> state ->
                                Optional.of(Map.of("a", both, "b", both)).filter(next -> answer.status() == 200));
            } else if (draw < 96) {
                return record(
                        "DELETE",
                        path,
                        "",
                        answer -> state -> Optional.of(without(state, one))
                                .filter(next -> answer.status() == (state.containsKey(one) ? 204 : 404)));
            } else if (draw < 98) {
                return record("DELETE", path + "/state", "", answer -> state -> Optional.of(without(state, one)));
            } else {
                return record("DELETE", "/_mock/state", "", answer -> state -> Optional.of(Map.of()));
            }
        }

        private Recorded<Map<String, OneCase>> record(String method, String path, String body, Meaning meaning)
                throws IOException {
            long begun = System.nanoTime();
            HttpResponse<String> response =
                    mocks.get(random.nextInt(mocks.size())).send(method, path, body);
            long ended = System.nanoTime();
            Answer answer = new Answer(
                    response.statusCode(), LocalClient.json(response.body().isEmpty() ? "null" : response.body()));
            return new Recorded<>(
                    String.format(Locale.ROOT, "%s %s %s: %d %s", method, path, body, answer.status(), response.body()),
                    begun,
                    ended,
                    meaning.of(answer));
        }

        private static Optional<Map<String, OneCase>> appended(
                Map<String, OneCase> state, String one, String id, Answer answer) {
            OneCase now = state.get(one);
            if (now == null) {
                return Optional.of(state).filter(same -> answer.status() == 404);
            }
            OneCase grown = now.and(id);
            return Optional.of(with(state, one, grown))
                    .filter(next -> answer.saysEvents(grown.ids().size()));
        }

        private static Optional<Map<String, OneCase>> copied(
                Map<String, OneCase> state, String from, String to, Answer answer) {
            OneCase original = state.get(from);
            if (original == null) {
                return Optional.of(state).filter(same -> answer.status() == 404);
            }
            boolean nullToken = Optional.ofNullable(state.get(to))
                    .filter(OneCase::nullToken)
                    .isPresent();
            return Optional.of(with(state, to, new OneCase(original.ids(), nullToken)))
                    .filter(next -> answer.saysEvents(original.ids().size()));
        }

        // Only a last page shows whether the token is null.
        private static boolean isPage(@Nullable OneCase now, Answer answer) {
            if (now == null) {
                return answer.status() == 404;
            }
            boolean isLast = now.ids().size() <= 25;
            return answer.status() == 200
                    && ids(answer.body())
                            .equals(now.ids().subList(0, Math.min(25, now.ids().size())))
                    && (!isLast || now.nullToken() == answer.body().has("nextToken"));
        }

        private static Map<String, OneCase> exported(JsonNode cases) {
            Map<String, OneCase> state = new TreeMap<>();
            cases.forEachEntry((id, one) -> state.put(id, new OneCase(ids(one), one.has("behaviour"))));
            return state;
        }

        private static List<String> ids(JsonNode page) {
            return StreamSupport.stream(page.path("auditEvents").spliterator(), false)
                    .map(event -> event.path("eventId").asText())
                    .toList();
        }

        private static Map<String, OneCase> with(Map<String, OneCase> state, String id, OneCase one) {
            Map<String, OneCase> next = new TreeMap<>(state);
            next.put(id, one);
            return next;
        }

        private static Map<String, OneCase> without(Map<String, OneCase> state, String id) {
            Map<String, OneCase> next = new TreeMap<>(state);
            next.remove(id);
            return next;
        }

        private static String content(String id, boolean nullToken) {
            return "{\"order\":\"listed\",\"auditEvents\":[%s,%s]%s}"
                    .formatted(
                            event(id + "-1"),
                            event(id + "-0"),
                            nullToken ? ",\"behaviour\":{\"pages\":\"null-token\"}" : "");
        }

        private static String event(String id) {
            return "{\"eventId\":\"%s\",\"type\":\"Case.Updated\",\"performedTime\":\"2026-01-01T00:00:00Z\",\"fields\":[]}"
                    .formatted(id);
        }
    }

    private record Answer(int status, JsonNode body) {

        // Of a read in parts, of which a store outside the memory has lost the rest meanwhile.
        boolean isRefusal() {
            return status == 500 && body.path("message").asText().contains("deleted while");
        }

        boolean saysEvents(int count) {
            return status == 200 && body.path("events").asInt() == count;
        }
    }

    @FunctionalInterface
    private interface Meaning {
        Linearizability.Step<Map<String, OneCase>> of(Answer answer);
    }
}
