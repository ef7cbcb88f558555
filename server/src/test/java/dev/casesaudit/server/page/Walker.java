package dev.casesaudit.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import dev.casesaudit.server.json.ByteRange;
import dev.casesaudit.server.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A client that reads a history as a client should: page by page, until there is no token. */
final class Walker {

    static final CaseKey CASE = new CaseKey("contact-center", "case");
    static final Instant NOW = Instant.parse("2026-03-09T16:45:00Z");

    private static final int LONGEST_WALK = 200;

    private final CursorCodec cursors = new CursorCodec(TokenKey.random());
    private final Pages plain = new Pages(cursors);
    private final AwkwardPages awkward;

    private int calls;

    Walker() {
        this(InstantSource.fixed(NOW));
    }

    Walker(InstantSource clock) {
        awkward = new AwkwardPages(cursors, clock);
    }

    /** Walks to the end, and fails where there is none. */
    List<Page> walk(AuditHistory history, int size, PageStyle style, Tomorrow tomorrow) {
        List<Page> pages = new ArrayList<>(List.of(first(history, size, style, tomorrow)));
        while (last(pages).next().isPresent()) {
            requireAnEnd(pages);
            pages.add(ask(history, size, last(pages).next(), style, tomorrow));
        }
        return pages;
    }

    /** Fails a walk that goes on for longer than any of these tests needs. */
    static void requireAnEnd(List<Page> pages) {
        assertThat(pages.size())
                .as("the pages of a walk that should have ended")
                .isLessThan(LONGEST_WALK);
    }

    Page first(AuditHistory history, int size, PageStyle style, Tomorrow tomorrow) {
        return ask(history, size, Optional.empty(), style, tomorrow);
    }

    /** Requests a page in a call of its own. */
    Page ask(AuditHistory history, int size, Optional<String> token, PageStyle style, Tomorrow tomorrow) {
        return ask(history, size, token, style, tomorrow, Optional.of("call " + calls++));
    }

    Page ask(
            AuditHistory history,
            int size,
            Optional<String> token,
            PageStyle style,
            Tomorrow tomorrow,
            Optional<String> invocationId) {
        return Page.of(awkward.page(history, CASE, request(size, token), style, tomorrow, invocationId));
    }

    /** Requests a page of the default style. */
    Page askPlainly(AuditHistory history, int size, Optional<String> token) {
        return Page.of(plain.page(history, CASE, request(size, token)));
    }

    static AuditHistory history(int events) {
        return AuditHistory.of(
                IntStream.range(0, events).mapToObj(Walker::event).toList());
    }

    static byte[] event(int number) {
        return String.format(Locale.ROOT, "{\"eventId\":\"%d\",\"fields\":[]}", number)
                .getBytes(StandardCharsets.UTF_8);
    }

    static List<String> newestFirst(int events) {
        return IntStream.iterate(events - 1, number -> number >= 0, number -> number - 1)
                .mapToObj(String::valueOf)
                .toList();
    }

    static List<String> ids(List<Page> pages) {
        return pages.stream().flatMap(page -> page.ids().stream()).toList();
    }

    static Page last(List<Page> pages) {
        return pages.get(pages.size() - 1);
    }

    private static GetCaseAuditEventsRequest request(int size, Optional<String> token) {
        GetCaseAuditEventsRequest request = new GetCaseAuditEventsRequest().maxResults(size);
        return token.map(request::nextToken).orElse(request);
    }

    /** A page as a client reads it. The token is the one that a client would send next. */
    record Page(JsonNode json, List<String> ids, Optional<String> next) {

        static Page of(EncodedPage encoded) {
            JsonNode json = Json.readOwn(encoded.runs().stream()
                    .map(ByteRange::text)
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8));
            List<String> ids = StreamSupport.stream(json.path("auditEvents").spliterator(), false)
                    .filter(JsonNode::isObject)
                    .map(event -> event.path("eventId").asText())
                    .toList();
            Optional<String> next =
                    Optional.of(json.path("nextToken").asText("")).filter(token -> !token.isEmpty());
            assertThat(encoded.size()).isEqualTo(ids.size());
            assertThat(encoded.token()).isEqualTo(next);
            return new Page(json, ids, next);
        }
    }
}
