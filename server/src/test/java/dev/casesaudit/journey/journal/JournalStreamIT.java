package dev.casesaudit.journey.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.control.CheckedControl;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who follows the journal as it grows. */
class JournalStreamIT {

    private static final int MOST_CLIENTS = 16;

    @Test
    void sendsEachRequestAsItArrivesAndAgainWhenItEnds() {
        try (PackagedMock mock = PackagedMock.start();
                EventStream stream = EventStream.of(mock)) {
            CheckedControl control = CheckedControl.of(mock);
            control.ask("contact-center", "case-one-event", "{}", "x-mock-fault", "latency(700ms)");

            JsonNode begun = stream.request();
            JsonNode ended = stream.request();

            assertThat(begun.has("answer")).isFalse();
            assertThat(ended.path("number")).isEqualTo(begun.path("number"));
            assertThat(ended.path("answer").path("status").asInt()).isEqualTo(200);
            assertThat(ended)
                    .as("as the journal has it")
                    .isEqualTo(control.read(CheckedControl.JOURNAL)
                            .path("requests")
                            .path(0));
        }
    }

    @Test
    void continuesAfterTheLastEventThatAClientHas() {
        try (PackagedMock mock = PackagedMock.start()) {
            CheckedControl control = CheckedControl.of(mock);
            String last;
            try (EventStream stream = EventStream.of(mock)) {
                ask(control, 3);
                for (int number = 1; number <= 3; number++) {
                    assertThat(stream.ended().path("number").asInt()).isEqualTo(number);
                }
                last = stream.lastId();
            }
            ask(control, 2);
            try (EventStream stream = EventStream.of(mock, "last-event-id", last)) {
                assertThat(stream.ended().path("number").asInt()).isEqualTo(4);
                assertThat(stream.ended().path("number").asInt()).isEqualTo(5);
            }
        }
    }

    @Test
    void saysThatEntriesWereRemovedAlsoToWhoComesFromAnotherProcess() {
        try (PackagedMock mock = PackagedMock.start();
                EventStream stream = EventStream.of(mock);
                EventStream stranger = EventStream.of(mock, "last-event-id", "other-42")) {
            assertThat(stranger.next().name()).isEqualTo("removed");
            CheckedControl control = CheckedControl.of(mock);
            ask(control, 1);
            stream.ended();
            control.delete(CheckedControl.JOURNAL);
            assertThat(stream.next().name()).isEqualTo("removed");
            ask(control, 1);
            assertThat(stream.request().path("number").asInt()).isEqualTo(2);
        }
    }

    @Test
    void skipsTheOldestOfABurstThatIsTooLong() {
        try (PackagedMock mock = PackagedMock.start("-Dcases.journal.size=50")) {
            CheckedControl control = CheckedControl.of(mock);
            String last;
            try (EventStream stream = EventStream.of(mock)) {
                ask(control, 1);
                stream.ended();
                last = stream.lastId();
            }
            ask(control, 120);
            try (EventStream stream = EventStream.of(mock, "last-event-id", last)) {
                EventStream.Event skipped = stream.next();
                assertThat(skipped.name()).isEqualTo("skipped");
                assertThat(skipped.data().path("requests").asInt()).isEqualTo(70);
                assertThat(stream.request().path("number").asInt()).isEqualTo(72);
            }
        }
    }

    @Test
    void doesNotShowRequestsThatAskToBeLeftOut() {
        try (PackagedMock mock = PackagedMock.start();
                EventStream stream = EventStream.of(mock)) {
            CheckedControl control = CheckedControl.of(mock);
            for (String value : List.of("off", "OFF")) {
                control.ask("contact-center", "case-one-event", "{}", "x-mock-journal", value)
                        .statusCode(200);
                control.ask("contact-center", "case-none", "{}", "x-mock-journal", value)
                        .statusCode(404);
                CheckedControl.exchange(
                                "GET", "/no/operation", control.request().header("x-mock-journal", value))
                        .then()
                        .statusCode(404);
            }
            control.ask("contact-center", "case-empty", "{}", "x-mock-journal", "on");
            assertThat(stream.request().path("caseId").asText()).isEqualTo("case-empty");
            assertThat(control.read(CheckedControl.JOURNAL).path("requests")).hasSize(1);
        }
    }

    @Test
    void limitsTheNumberOfClients() {
        try (PackagedMock mock = PackagedMock.start("-Dcases.control.token=s3cret")) {
            HttpResponse<?> without = EventStream.response(mock);
            assertThat(without.statusCode()).isEqualTo(401);
            List<EventStream> streams = new ArrayList<>();
            for (int i = 0; i < MOST_CLIENTS; i++) {
                streams.add(EventStream.of(mock, "authorization", "Bearer s3cret"));
            }
            assertThat(EventStream.response(mock, "authorization", "Bearer s3cret")
                            .statusCode())
                    .isEqualTo(503);
            streams.remove(0).close();
            EventStream.awaitPlace(mock, "authorization", "Bearer s3cret").close();
            streams.forEach(EventStream::close);
        }
    }

    @Test
    void endsAtOnceWhenTheMockStops() {
        try (PackagedMock mock = PackagedMock.start("-Dcases.limits.stopping=30s");
                EventStream stream = EventStream.of(mock)) {
            mock.terminate();
            stream.awaitEnd();
            assertThat(mock.awaitEnd(Duration.ofSeconds(10))).isEqualTo(128 + 15);
            assertThat(mock.log()).doesNotContain("Stopping although");
        }
    }

    @Test
    void pagesThroughTheJournalFromItsEnd() {
        try (PackagedMock mock = PackagedMock.start()) {
            CheckedControl control = CheckedControl.of(mock);
            ask(control, 5);
            assertThat(numbers(control.read(CheckedControl.JOURNAL + "?limit=2")))
                    .containsExactly(5, 4);
            assertThat(numbers(control.read(CheckedControl.JOURNAL + "?limit=2&before=4")))
                    .containsExactly(3, 2);
            assertThat(numbers(control.read(CheckedControl.JOURNAL + "?before=1")))
                    .isEmpty();
            for (String wrong : List.of("0", "-1", "x", "1.5", "\u0661", "9999999999999999999")) {
                assertThat(CheckedControl.pointers(control.get(CheckedControl.JOURNAL + "?before="
                                + URLEncoder.encode(wrong, StandardCharsets.UTF_8))))
                        .containsExactly("before");
            }
        }
    }

    private static List<Integer> numbers(JsonNode page) {
        return page.path("requests").findValues("number").stream()
                .map(JsonNode::asInt)
                .toList();
    }

    private static void ask(CheckedControl control, int times) {
        for (int i = 0; i < times; i++) {
            control.ask("contact-center", "case-one-event", "{}").statusCode(200);
        }
    }
}
