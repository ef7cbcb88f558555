package dev.casesaudit.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.json.ByteRange;
import dev.casesaudit.server.recording.RecordedEvent;
import dev.casesaudit.server.recording.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditHistoryTest {

    @Test
    void readsDownwardsFromANumber() {
        AuditHistory history = AuditHistory.of(List.of(event(0), event(1), event(2), event(3)));

        assertThat(events(history.newestFirst(2, 2))).containsExactly("2", "1");
        assertThat(history.newestFirst(2, 2).next()).isZero();
        assertThat(events(history.newestFirst(0, 2))).containsExactly("0");
        assertThat(history.newestFirst(0, 2).next()).isNegative();
    }

    @Test
    void treatsANumberBeyondTheNewestAsTheNewest() {
        assertThat(events(AuditHistory.of(List.of(event(0), event(1))).newestFirst(Long.MAX_VALUE, 1)))
                .containsExactly("1");
        assertThat(events(AuditHistory.of(List.of()).newestFirst(Long.MAX_VALUE, 25)))
                .isEmpty();
    }

    @Test
    void keepsWhatASliceShowsWhileMoreIsRecorded() {
        AuditHistory history = AuditHistory.of(List.of(event(0)));
        AuditHistory.Slice before = history.newestFirst(Long.MAX_VALUE, 25);
        for (int i = 1; i < 100; i++) {
            history = history.with(List.of(event(i)));
        }

        assertThat(events(before)).containsExactly("0");
        assertThat(events(history.newestFirst(Long.MAX_VALUE, 3))).containsExactly("99", "98", "97");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 16_383, 16_384, 16_448})
    void branchesIntoHistoriesThatShareOnlyWhatTheyHadInCommon(int common) {
        AuditHistory original = AuditHistory.of(() ->
                IntStream.range(0, common).mapToObj(AuditHistoryTest::event).iterator());
        AuditHistory left = original;
        AuditHistory right = original;
        for (int i = 0; i < 130; i++) {
            left = left.with(List.of(event(common + i)));
            right = right.with(List.of(event(-1 - i), event(-1_000 - i)));
        }

        assertThat(original.size()).isEqualTo(common);
        assertThat(numbers(left))
                .containsExactlyElementsOf(IntStream.range(0, common + 130)
                        .map(age -> common + 129 - age)
                        .boxed()
                        .toList());
        assertThat(numbers(right).subList(0, 3)).containsExactly(-1_129, -130, -1_128);
        assertThat(numbers(right).subList(260, 260 + common)).isEqualTo(numbers(original));
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 1_024, 40_000, 65_535, 65_536})
    void readsLargeEventsInTheSameOrder(int length) {
        List<byte[]> oldestFirst = IntStream.range(0, 150)
                .mapToObj(i -> json(i + "x".repeat(i % 3 == 0 ? length : 10)))
                .toList();
        AuditHistory oneByOne = AuditHistory.of(List.of());
        AuditHistory tenByTen = AuditHistory.of(List.of());
        for (int i = 0; i < oldestFirst.size(); i++) {
            oneByOne = oneByOne.with(new RecordedEvent(oldestFirst.get(i), Rule.UPDATE_CASE_EVENT));
            tenByTen = i % 10 == 9 ? tenByTen.with(oldestFirst.subList(i - 9, i + 1)) : tenByTen;
        }

        for (AuditHistory history : List.of(oneByOne, tenByTen, AuditHistory.of(oldestFirst))) {
            for (int first = 0; first < oldestFirst.size(); first += 11) {
                assertThat(history.at(first)).isEqualTo(oldestFirst.get(first));
                assertThat(joined(history.newestFirst(first, 25))).isEqualTo(joined(oldestFirst, first));
            }
        }
    }

    private static String joined(AuditHistory.Slice slice) {
        return slice.runs().stream().map(ByteRange::text).collect(Collectors.joining(","));
    }

    private static String joined(List<byte[]> oldestFirst, int first) {
        return IntStream.rangeClosed(0, Math.min(first, 24))
                .mapToObj(age -> new String(oldestFirst.get(first - age), StandardCharsets.UTF_8))
                .collect(Collectors.joining(","));
    }

    // What is copied would be garbage of 64 times the size.
    @Test
    void keepsLargeEventsWhereTheyAreWhenOneMoreIsRecorded() {
        AuditHistory history = AuditHistory.of(List.of(json("a".repeat(100_000)), json("b".repeat(100_000))));

        assertThat(history.with(new RecordedEvent(json("c"), Rule.UPDATE_CASE_EVENT))
                        .newestFirst(1, 2)
                        .runs())
                .extracting(ByteRange::bytes)
                .containsExactlyElementsOf(history.newestFirst(1, 2).runs().stream()
                        .map(ByteRange::bytes)
                        .toList());
    }

    @Test
    void knowsTheIdsOfAllItsEventsAndOfNoOthers() {
        AuditHistory history = AuditHistory.of(List.of());
        for (int i = 0; i < 2_000; i += 1 + i % 7) {
            history = history.with(IntStream.range(i, i + 1 + i % 7)
                    .mapToObj(AuditHistoryTest::withId)
                    .toList());
        }

        for (int i = 0; i < 2_000; i++) {
            assertThat(history.hasIdOf(withId(i))).as("%d", i).isTrue();
            assertThat(history.hasIdOf(withId(-1 - i))).as("%d", -1 - i).isFalse();
        }
    }

    @Test
    void distinguishesIdsWithACommonPrefixOrAQuote() {
        AuditHistory history = AuditHistory.of(List.of(json("{\"eventId\":\"a\\\"b\",\"type\":1}")));

        assertThat(history.hasIdOf(json("{\"eventId\":\"a\\\"b\"}"))).isTrue();
        assertThat(history.hasIdOf(json("{\"eventId\":\"a\\\"\"}"))).isFalse();
        assertThat(history.hasIdOf(json("{\"eventId\":\"a\\\"bc\"}"))).isFalse();
        assertThat(history.hasIdOf(json("{}"))).isFalse();
    }

    @Test
    void hasTheGenerationOfItsEventsAndKeepsItWhileMoreAreRecorded() {
        AuditHistory history = AuditHistory.of(List.of(event(0), event(1)));
        AuditHistory grown = history.with(List.of(event(2)));

        assertThat(AuditHistory.of(List.of(event(0), event(1))).generation(1)).isEqualTo(history.generation(1));
        assertThat(AuditHistory.of(List.of(event(0), event(2))).generation(1)).isNotEqualTo(history.generation(1));
        assertThat(grown.generation(1)).isEqualTo(history.generation(1));
        assertThat(grown.generation(-1)).isEqualTo(history.generation(-1));
        assertThat(grown.generation(2)).isNotEqualTo(history.generation(1));
        assertThat(grown.with(List.of(event(3))).generation(2)).isEqualTo(grown.generation(2));
    }

    @Test
    void hasAnotherGenerationForEventsRecordedAfterAReset() {
        AuditHistory history = AuditHistory.of(List.of(event(0)));

        assertThat(history.with(List.of(event(1))).generation(1))
                .isNotEqualTo(history.with(List.of(event(1))).generation(1));
    }

    @Test
    void hasAGenerationOfItsOwnOnceRenewed() {
        AuditHistory history = AuditHistory.of(List.of(event(0)));
        AuditHistory renewed = history.renewed();

        for (long number : new long[] {-1, 0, 1}) {
            assertThat(renewed.generation(number)).isNotEqualTo(history.generation(number));
            assertThat(renewed.with(List.of(event(1))).generation(number)).isEqualTo(renewed.generation(number));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 62, 63, 64, 65, 16_383, 16_384})
    void knowsWhichRuleRecordedAnEventAndThatTheOthersWereSeeded(int seeded) {
        AuditHistory history = AuditHistory.of(() ->
                IntStream.range(0, seeded).mapToObj(AuditHistoryTest::withId).iterator());
        for (int i = 0; i < 130; i++) {
            history = history.with(new RecordedEvent(withId(seeded + 2 * i), rule(i)));
            history = history.with(List.of(withId(seeded + 2 * i + 1)));
        }

        for (int number = 0; number < seeded; number++) {
            assertThat(history.rule(number)).isEmpty();
        }
        for (int i = 0; i < 130; i++) {
            assertThat(history.rule(seeded + 2 * i)).contains(rule(i));
            assertThat(history.rule(seeded + 2 * i + 1)).isEmpty();
        }
        assertThat(history.recorded().map(event -> AuditHistory.idOf(event.json()) + " " + event.rule()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 130)
                        .mapToObj(age -> (seeded + 2 * (130 - age)) + " " + rule(130 - age))
                        .toList());
    }

    @Test
    void hasTheRulesOfItsEventsInEachOfItsForms() {
        AuditHistory history = AuditHistory.of(new RecordedEvent(withId(0), Rule.CREATE_CASE_EVENT))
                .with(List.of(withId(1)));

        for (AuditHistory form : List.of(history, history.renewed(), history.ofFixtures())) {
            assertThat(form.rule(0)).contains(Rule.CREATE_CASE_EVENT);
            assertThat(form.rule(1)).isEmpty();
        }
    }

    @Test
    void takesOtherRulesByTheIdsOfItsEvents() {
        AuditHistory history = AuditHistory.of(new RecordedEvent(withId(0), Rule.CREATE_CASE_EVENT));
        for (int i = 1; i < 200; i++) {
            history = history.with(List.of(json("{\"eventId\":\"\\\"\u00e4" + i + "\",\"type\":1}")));
        }
        EventRules others = new EventRules();
        assertThat(others.add("\"\u00e4150", Rule.UPDATE_CASE_EVENT)).isTrue();
        assertThat(others.add("\"\u00e4150", Rule.CREATE_CASE_EVENT)).isFalse();
        assertThat(others.add("of no event", Rule.UPDATE_CASE_EVENT)).isTrue();

        AuditHistory other = history.recordedBy(others);

        assertThat(others.size()).isEqualTo(2);
        assertThat(other.rule(0)).isEmpty();
        assertThat(other.rule(150)).contains(Rule.UPDATE_CASE_EVENT);
        assertThat(other.recorded().map(event -> AuditHistory.idOf(event.json())))
                .containsExactly("\"\u00e4150");
        assertThat(history.rule(0)).contains(Rule.CREATE_CASE_EVENT);
        assertThat(other.generation(0)).isEqualTo(history.generation(0));
    }

    private static Rule rule(int number) {
        return number % 2 == 0 ? Rule.CREATE_RELATED_ITEM_EVENT : Rule.UPDATE_CASE_EVENT;
    }

    private static byte[] withId(int number) {
        return json("{\"eventId\":\"" + number + "\",\"type\":\"Case.Updated\"}");
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Integer> numbers(AuditHistory history) {
        return StreamSupport.stream(history.newestFirst().spliterator(), false)
                .map(run -> Integer.valueOf(run.text()))
                .toList();
    }

    private static byte[] event(int number) {
        return String.valueOf(number).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> events(AuditHistory.Slice slice) {
        return Arrays.stream(slice.events())
                .map(event -> new String(event, StandardCharsets.UTF_8))
                .toList();
    }
}
