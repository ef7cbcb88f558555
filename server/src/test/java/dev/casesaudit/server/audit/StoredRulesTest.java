package dev.casesaudit.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.recording.RecordedEvent;
import dev.casesaudit.server.recording.Rule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rule recorded an event of a history that is outside the memory. */
class StoredRulesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1_000, 1_001, 2_500})
    void areReadInSectionsAndFollowThoseThatAreNotStoredYet(int recorded) {
        AuditHistory history = stored(new Stored(recorded, number -> Optional.of(Rule.UPDATE_CASE_EVENT)))
                .with(new RecordedEvent(event(recorded), Rule.UPDATE_CASE_NO_CHANGE))
                .with(List.of(event(recorded + 1)))
                .with(new RecordedEvent(event(recorded + 2), Rule.DELETE_RELATED_ITEM_EVENT));

        List<String> rules = new ArrayList<>();
        history.recorded().forEach(event -> rules.add(AuditHistory.idOf(event.json()) + " " + event.rule()));

        assertThat(rules)
                .hasSize(recorded + 2)
                .startsWith((recorded + 2) + " DELETE_RELATED_ITEM_EVENT", recorded + " UPDATE_CASE_NO_CHANGE");
        assertThat(rules.subList(2, rules.size()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, recorded)
                        .mapToObj(age -> (recorded - age) + " UPDATE_CASE_EVENT")
                        .toList());
    }

    @Test
    void areKnownOfSingleEvents() {
        AuditHistory history = stored(
                        new Stored(3, number -> number == 1 ? Optional.of(Rule.CREATE_CASE_EVENT) : Optional.empty()))
                .with(List.of(event(3)))
                .with(new RecordedEvent(event(4), Rule.UPDATE_CASE_EVENT));

        assertThat(IntStream.range(0, 5).mapToObj(history::rule))
                .containsExactly(
                        Optional.empty(),
                        Optional.of(Rule.CREATE_CASE_EVENT),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Rule.UPDATE_CASE_EVENT));
    }

    @Test
    void giveWayToOthers() {
        AuditHistory history = stored(new Stored(3, number -> Optional.of(Rule.CREATE_CASE_EVENT)))
                .with(new RecordedEvent(event(3), Rule.UPDATE_CASE_EVENT));
        EventRules others = new EventRules();
        others.add("2", Rule.CREATE_CASE_REPLAY);

        AuditHistory other = history.recordedBy(others);

        assertThat(other.recorded()).extracting(RecordedEvent::rule).containsExactly(Rule.CREATE_CASE_REPLAY);
        assertThat(other.rule(2)).contains(Rule.CREATE_CASE_REPLAY);
        assertThat(other.extent()).isEqualTo(history.extent());
    }

    private static StoredHistory stored(Stored events) {
        return StoredHistory.of(
                events,
                new PackCache(1_000_000),
                Instant.EPOCH,
                new AuditHistory.Extent(
                        events.size, events.size * 20L, new AuditHistory.Generation(events.size, 7, 0), 0));
    }

    private static byte[] event(int number) {
        return ("{\"eventId\":\"" + number + "\",\"performedTime\":\"2026-01-01T00:00:00Z\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Events whose ids are their numbers, as if they were in a database. */
    private record Stored(int size, IntFunction<Optional<Rule>> ruleOf) implements StoredEvents {

        @Override
        public List<byte[]> read(int from, int to) {
            return IntStream.range(from, to).mapToObj(StoredRulesTest::event).toList();
        }

        @Override
        public List<Recorded> recorded(int before, int most) {
            return IntStream.rangeClosed(1, before)
                    .map(age -> before - age)
                    .mapToObj(number -> ruleOf.apply(number)
                            .map(rule -> new Recorded(number, new RecordedEvent(event(number), rule))))
                    .flatMap(Optional::stream)
                    .limit(most)
                    .toList();
        }

        @Override
        public boolean hasId(long hash, int count) {
            return read(0, count).stream().anyMatch(event -> AuditHistory.hashOfId(event) == hash);
        }
    }
}
