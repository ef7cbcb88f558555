package dev.casesaudit.journey.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeedingIT {

    private static final CheckedControl CONTROL = CheckedControl.own();
    private static final String CASE = CheckedControl.path("d", "c");

    @BeforeEach
    @AfterEach
    void reset() {
        CONTROL.reset();
    }

    @Test
    void servesACaseThatWasPut() {
        CONTROL.put(CASE, CheckedControl.history(30))
                .statusCode(200)
                .body("domainId", equalTo("d"))
                .body("caseId", equalTo("c"))
                .body("events", equalTo(30));

        assertThat(CONTROL.walk("d", "c", 7, () -> {})).isEqualTo(newestFirst(30));
    }

    @Test
    void putsACaseInPlaceOfOneOfTheFixtures() {
        CONTROL.putCase("contact-center", "case-two-pages", "{\"generate\": {\"events\": 3, \"seed\": 1}}");
        CONTROL.putCase(
                "contact-center", "case-one-event", "{\"alwaysFails\": {\"error\": \"AccessDeniedException\"}}");

        assertThat(CONTROL.walk("contact-center", "case-two-pages")).hasSize(3);
        CONTROL.ask("contact-center", "case-one-event", "{}").statusCode(403);
        assertThat(CONTROL.walk("back-office", "case-two-pages")).hasSize(26);
    }

    @Test
    void servesListedEventsAsTheyAreListed() {
        String older = CheckedControl.event("older").replace("2026", "2020");
        String content = "{\"order\": \"%s\", \"auditEvents\": [%s, %s]}";

        CONTROL.putCase("d", "listed", content.formatted("listed", older, CheckedControl.event("newer")));
        CONTROL.putCase("d", "timed", content.formatted("time", older, CheckedControl.event("newer")));

        assertThat(CONTROL.walk("d", "listed")).containsExactly("older", "newer");
        assertThat(CONTROL.walk("d", "timed")).containsExactly("newer", "older");
    }

    @Test
    void removesCasesAndDomains() {
        CONTROL.delete(CheckedControl.path("contact-center", "case-long")).statusCode(204);
        CONTROL.delete("/_mock/domains/back-office").statusCode(204);

        CONTROL.ask("contact-center", "case-long", "{}").statusCode(404).body("resourceType", equalTo("Case"));
        CONTROL.ask("back-office", "case-two-pages", "{}").statusCode(404).body("resourceType", equalTo("Domain"));
        CONTROL.delete("/_mock/domains/back-office").statusCode(404);
        CONTROL.ask("contact-center", "case-one-event", "{}").statusCode(200);
    }

    @Test
    void forgetsTheBehaviourOfAReplacedCase() {
        CONTROL.put(CASE, CheckedControl.history(1)).statusCode(200);
        CONTROL.put(CASE + "/behaviour", "{\"faults\": \"Throttling*forever\"}").statusCode(200);

        CONTROL.put(CASE, CheckedControl.history(2)).statusCode(200);

        CONTROL.ask("d", "c", "{}").statusCode(200);
        assertThat(CONTROL.read(CheckedControl.STATE).path("behaviours")).isEmpty();
    }

    @Test
    void configuresACaseWithTheBehaviourInItsDocument() {
        CONTROL.putCase("d", "c", "{\"auditEvents\": [], \"behaviour\": {\"faults\": \"AccessDenied*forever\"}}");

        CONTROL.ask("d", "c", "{}").statusCode(403);
        CONTROL.delete(CASE).statusCode(204);
        CONTROL.ask("d", "c", "{}").statusCode(404);
        assertThat(CONTROL.read(CheckedControl.STATE).path("behaviours")).isEmpty();
    }

    @Test
    void copiesAHistoryThatGrowsOnItsOwn() {
        CONTROL.put(CASE, CheckedControl.history(3)).statusCode(200);
        CONTROL.put(CASE + "/behaviour", "{\"faults\": \"Throttling*forever\"}").statusCode(200);

        CONTROL.post(CASE + "/copies", "{\"caseId\": \"copy\"}")
                .statusCode(200)
                .body("domainId", equalTo("d"))
                .body("caseId", equalTo("copy"))
                .body("events", equalTo(3));
        CONTROL.post(CASE + "/copies", "{\"domainId\": \"other\", \"caseId\": \"copy\"}")
                .statusCode(200);
        CONTROL.post(CASE + "/events", CheckedControl.events("3")).statusCode(200);
        CONTROL.post(CheckedControl.path("d", "copy") + "/events", CheckedControl.events("4"))
                .statusCode(200);

        assertThat(CONTROL.walk("d", "copy")).containsExactly("4", "2", "1", "0");
        assertThat(CONTROL.walk("other", "copy")).containsExactly("2", "1", "0");
        CONTROL.delete(CASE + "/behaviour").statusCode(204);
        assertThat(CONTROL.walk("d", "c")).containsExactly("3", "2", "1", "0");
    }

    @Test
    void keepsTokensOfACaseFromItsCopy() {
        CONTROL.put(CASE, CheckedControl.history(3)).statusCode(200);
        CONTROL.post(CASE + "/copies", "{\"caseId\": \"copy\"}").statusCode(200);
        String token = CONTROL.page("d", "c", 1, "").path("nextToken").asText();

        CONTROL.ask("d", "copy", "{\"nextToken\": \"%s\"}".formatted(token)).statusCode(400);
    }

    @Test
    void recordsEventsInTheOrderInWhichTheyAreSent() {
        CONTROL.put(CASE, CheckedControl.events()).statusCode(200);

        CONTROL.post(CASE + "/events", CheckedControl.events("a", "b"))
                .statusCode(200)
                .body("events", equalTo(2));
        CONTROL.post(CASE + "/events", CheckedControl.events()).statusCode(200).body("events", equalTo(2));
        CONTROL.post(
                        CASE + "/events",
                        "{\"auditEvents\": [%s]}"
                                .formatted(CheckedControl.event("c").replace("2026", "2001")))
                .statusCode(200);

        assertThat(CONTROL.walk("d", "c")).containsExactly("c", "b", "a");
    }

    @Test
    void refusesAnEventWithAnExistingId() {
        CONTROL.put(CASE, CheckedControl.events("a\\u0022\\\\", "\ud83d\ude00")).statusCode(200);

        assertThat(CheckedControl.pointers(
                        CONTROL.post(CASE + "/events", CheckedControl.events("new", "\\ud83d\\ude00", "a\\\"\\\\"))))
                .containsExactlyInAnyOrder("/auditEvents/1/eventId", "/auditEvents/2/eventId");
        assertThat(CONTROL.walk("d", "c")).hasSize(2);
    }

    @Test
    void keepsTheWalksThatAreUnderWayWhole() {
        CONTROL.put(CASE, CheckedControl.history(20)).statusCode(200);
        AtomicInteger next = new AtomicInteger(20);

        List<String> seen =
                CONTROL.walk("d", "c", 3, () -> IntStream.range(0, 3).forEach(i -> append(next)));

        assertThat(seen).isEqualTo(newestFirst(20));
        assertThat(CONTROL.walk("d", "c")).isEqualTo(newestFirst(next.get()));
    }

    @Test
    void keepsAWalkOverAFixtureConsistentDuringAChange() {
        List<String> before = CONTROL.walk("contact-center", "case-two-pages");
        AtomicInteger next = new AtomicInteger();

        List<String> seen = CONTROL.walk(
                "contact-center",
                "case-two-pages",
                5,
                () -> CONTROL.post(
                                CheckedControl.path("contact-center", "case-two-pages") + "/events",
                                CheckedControl.events("new-" + next.getAndIncrement()))
                        .statusCode(200));

        assertThat(seen).isEqualTo(before);
        assertThat(CONTROL.walk("contact-center", "case-two-pages")).hasSize(26 + next.get());
    }

    @Test
    void losesNothingOfWhatManyRecordAtOnce() throws InterruptedException, ExecutionException {
        CONTROL.put(CASE, CheckedControl.history(40)).statusCode(200);
        AtomicInteger next = new AtomicInteger(40);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> appending = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                appending.add(threads.submit(() -> IntStream.range(0, 15).forEach(n -> append(next))));
            }
            List<Future<List<String>>> walking = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                walking.add(threads.submit(() -> CONTROL.walk("d", "c", 4, () -> {})));
            }
            for (Future<List<String>> walk : walking) {
                assertThat(walk.get())
                        .doesNotHaveDuplicates()
                        .endsWith(newestFirst(40).toArray(String[]::new));
            }
            for (Future<?> one : appending) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(CONTROL.walk("d", "c"))
                .hasSize(85)
                .containsExactlyInAnyOrderElementsOf(newestFirst(85))
                .endsWith(newestFirst(40).toArray(String[]::new));
    }

    @Test
    void exportsAppendedEventsInTheOrderOfPages() {
        CONTROL.put(CASE, CheckedControl.history(2)).statusCode(200);
        CONTROL.post(CASE + "/events", CheckedControl.events("late")).statusCode(200);

        JsonNode shown = CONTROL.read(CASE);

        assertThat(shown.path("order").asText()).isEqualTo("listed");
        assertThat(CheckedControl.ids(shown)).isEqualTo(CONTROL.walk("d", "c")).containsExactly("late", "1", "0");
    }

    private static void append(AtomicInteger next) {
        CONTROL.request()
                .contentType(CheckedControl.JSON)
                .body(CheckedControl.events(String.valueOf(next.getAndIncrement())))
                .post(CASE + "/events")
                .then()
                .statusCode(200);
    }

    private static List<String> newestFirst(int count) {
        return Stream.iterate(count - 1, number -> number - 1)
                .limit(count)
                .map(String::valueOf)
                .toList();
    }
}
