package dev.casesaudit.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.json.ByteRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final CaseKey CASE = new CaseKey("contact-center", "case");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Pages pages = new Pages(new CursorCodec(TokenKey.random()));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 24, 25})
    void walksAHistoryNewestFirstWhateverThePageSize(int size) throws JsonProcessingException {
        assertThat(walk(history(51), size, null)).isEqualTo(newestFirst(51));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 24, 25})
    void givesNoTokenWhereTheHistoryEndsWithThePage(int events) throws JsonProcessingException {
        Page page = page(history(events), 25, null);

        assertThat(page.ids).isEqualTo(newestFirst(events));
        assertThat(page.next).isEmpty();
    }

    @Test
    void givesATokenWhereOneEventIsLeft() throws JsonProcessingException {
        AuditHistory history = history(26);
        Page first = page(history, 25, null);

        assertThat(first.next).isPresent();
        assertThat(page(history, 25, first.next.orElseThrow())).isEqualTo(new Page(List.of("0"), Optional.empty()));
    }

    @Test
    void continuesAfterAChangeOfThePageSize() throws JsonProcessingException {
        AuditHistory history = history(10);
        Page first = page(history, 3, null);

        assertThat(walk(history, 4, first.next.orElseThrow())).isEqualTo(newestFirst(7));
    }

    @Test
    void neitherLosesNorRepeatsWhatWasPromisedWhenEventsAreRecordedMeanwhile() throws JsonProcessingException {
        AuditHistory history = history(10);
        List<String> seen = new ArrayList<>();
        Page page = page(history, 3, null);
        seen.addAll(page.ids);
        for (int recorded = 10; page.next.isPresent(); recorded++) {
            history = history.with(List.of(event(recorded)));
            page = page(history, 3, page.next.orElseThrow());
            seen.addAll(page.ids);
        }

        assertThat(seen).isEqualTo(newestFirst(10));
        assertThat(walk(history, 25, null)).isEqualTo(newestFirst(history.size()));
    }

    private List<String> walk(AuditHistory history, int size, @Nullable String from) throws JsonProcessingException {
        Page page = page(history, size, from);
        List<String> ids = new ArrayList<>(page.ids);
        while (page.next.isPresent()) {
            page = page(history, size, page.next.orElseThrow());
            assertThat(page.ids).hasSizeBetween(1, size);
            ids.addAll(page.ids);
        }
        return ids;
    }

    private Page page(AuditHistory history, int size, @Nullable String token) throws JsonProcessingException {
        GetCaseAuditEventsRequest request = new GetCaseAuditEventsRequest().maxResults(size);
        EncodedPage encoded = pages.page(history, CASE, token == null ? request : request.nextToken(token));
        JsonNode json =
                JSON.readTree(encoded.runs().stream().map(ByteRange::text).collect(Collectors.joining()));
        return new Page(
                json.path("auditEvents").findValuesAsText("eventId"),
                Optional.ofNullable(json.get("nextToken")).map(JsonNode::asText));
    }

    private static AuditHistory history(int events) {
        return AuditHistory.of(
                IntStream.range(0, events).mapToObj(PagesTest::event).toList());
    }

    private static byte[] event(int number) {
        return String.format(Locale.ROOT, "{\"eventId\":\"%d\"}", number).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> newestFirst(int events) {
        return IntStream.iterate(events - 1, number -> number >= 0, number -> number - 1)
                .mapToObj(String::valueOf)
                .toList();
    }

    private record Page(List<String> ids, Optional<String> next) {}
}
