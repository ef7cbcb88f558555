package dev.casesaudit.journey.pages;

import static dev.casesaudit.journey.OperationRequests.LONG;
import static dev.casesaudit.journey.OperationRequests.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.journey.OperationRequests;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PagesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TWO_PAGES = path("case-two-pages");

    @Test
    void servesTwentyFiveEventsByDefault() {
        OperationRequests.post(LONG, "{}").statusCode(200).body("auditEvents", hasSize(25));
    }

    @Test
    void endsWithoutAToken() {
        OperationRequests.post(OperationRequests.EMPTY, "{}")
                .body("auditEvents", empty())
                .body("$", not(hasKey("nextToken")));
        OperationRequests.post(path("case-one-event"), "{}")
                .body("auditEvents", hasSize(1))
                .body("$", not(hasKey("nextToken")));
        OperationRequests.post(path("case-full-page"), "{}")
                .body("auditEvents", hasSize(25))
                .body("$", not(hasKey("nextToken")));
    }

    @ParameterizedTest
    @CsvSource({"25, 1", "24, 2", "13, 13"})
    void servesTheRestOnTheSecondPage(int size, int rest) {
        Page first = page(TWO_PAGES, OptionalInt.of(size), null);
        Page second = page(TWO_PAGES, OptionalInt.of(size), first.nextToken());

        assertThat(first.eventIds()).hasSize(size);
        assertThat(second.eventIds()).hasSize(rest).doesNotContainAnyElementsOf(first.eventIds());
        assertThat(second.nextToken()).isNull();
    }

    @ParameterizedTest
    @MethodSource("allSizes")
    void servesTheSameOrderWhateverThePageSize(int size) {
        List<String> byDefault = walk(TWO_PAGES, new int[] {25});

        assertThat(byDefault).hasSize(26).doesNotHaveDuplicates();
        assertThat(walk(TWO_PAGES, new int[] {size})).isEqualTo(byDefault);
    }

    @Test
    void keepsItsPlaceWhenTheSizeChangesOnTheWay() {
        assertThat(walk(LONG, new int[] {1, 25, 3, 24, 17})).isEqualTo(walk(LONG, new int[] {25}));
    }

    @Test
    void servesEventsNewestFirst() {
        List<String> times = OperationRequests.post(TWO_PAGES, "{}")
                .extract()
                .jsonPath()
                .getList("auditEvents.performedTime", String.class);

        assertThat(times.stream().map(Instant::parse)).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void servesTheSamePageForTheSameTokenAgain() {
        String token = page(TWO_PAGES, OptionalInt.empty(), null).nextToken();

        assertThat(page(TWO_PAGES, OptionalInt.empty(), token)).isEqualTo(page(TWO_PAGES, OptionalInt.empty(), token));
    }

    private static IntStream allSizes() {
        return IntStream.rangeClosed(1, 25);
    }

    // The sizes take turns.
    private static List<String> walk(String path, int[] sizes) {
        List<String> events = new ArrayList<>();
        String token = null;
        int turn = 0;
        do {
            Page page = page(path, OptionalInt.of(sizes[turn++ % sizes.length]), token);
            assertThat(page.eventIds()).isNotEmpty();
            events.addAll(page.eventIds());
            assertThat(events).as("the longest history").hasSizeLessThanOrEqualTo(1000);
            token = page.nextToken();
        } while (token != null);
        return events;
    }

    private static Page page(String path, OptionalInt size, @Nullable String token) {
        String maxResults = size.isPresent() ? String.format(Locale.ROOT, "\"maxResults\":%d,", size.getAsInt()) : "";
        JsonNode page = json(OperationRequests.post(
                        path, "{%s\"nextToken\":%s}".formatted(maxResults, token == null ? "null" : '"' + token + '"'))
                .statusCode(200)
                .extract()
                .asByteArray());
        return new Page(
                page.path("auditEvents").findValuesAsText("eventId"),
                page.path("nextToken").textValue());
    }

    // REST Assured's own paths take longer over a page than the mock does.
    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("not JSON", e);
        }
    }

    private record Page(List<String> eventIds, @Nullable String nextToken) {}
}
