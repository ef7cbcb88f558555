package dev.casesaudit.server.page;

import static dev.casesaudit.server.page.Walker.history;
import static dev.casesaudit.server.page.Walker.ids;
import static dev.casesaudit.server.page.Walker.last;
import static dev.casesaudit.server.page.Walker.newestFirst;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import dev.casesaudit.server.page.Walker.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwkwardPagesTest {

    private static final List<Integer> HISTORIES = List.of(0, 1, 24, 25, 26, 50, 51);
    private static final List<Integer> SIZES = List.of(1, 2, 7, 25);
    private static final Tomorrow TODAY = Tomorrow.none();

    private final Walker walker = new Walker();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short-pages",
                "empty-pages",
                "empty-last-page",
                "null-token",
                "long-tokens",
                "tokens-expire(5s)",
                "tokens-once",
                "illegal-empty-token",
                "short-pages, empty-pages",
                "short-pages, empty-last-page, null-token",
                "empty-pages, empty-last-page",
                "empty-pages, tokens-once, illegal-empty-token",
                "short-pages, empty-pages, empty-last-page, null-token, long-tokens, tokens-expire(5s), tokens-once"
            })
    void serveEachEventOnceNewestFirstAndEnd(String line) {
        PageStyle style = PageStyle.parse(line);
        for (Tomorrow tomorrow : List.of(TODAY, Tomorrow.all())) {
            for (int events : HISTORIES) {
                for (int size : SIZES) {
                    List<Page> pages = walker.walk(history(events), size, style, tomorrow);
                    assertThat(ids(pages))
                            .as("%d events, %d a page, '%s', '%s'", events, size, line, tomorrow.text())
                            .isEqualTo(newestFirst(events));
                    assertThat(pages)
                            .allSatisfy(page ->
                                    assertThat(page.json().path("auditEvents")).hasSizeLessThanOrEqualTo(size));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short-pages",
                "empty-pages",
                "empty-last-page",
                "long-tokens, null-token",
                "tokens-expire(5s), tokens-once",
                "short-pages, empty-pages, empty-last-page"
            })
    void neitherLoseNorRepeatAnEventWhenEventsAreRecordedMeanwhile(String line) {
        PageStyle style = PageStyle.parse(line);
        AuditHistory history = history(26);
        List<Page> pages = new ArrayList<>(List.of(walker.first(history, 7, style, TODAY)));
        for (int recorded = 26; last(pages).next().isPresent(); recorded++) {
            Walker.requireAnEnd(pages);
            history = history.with(List.of(Walker.event(recorded)));
            pages.add(walker.ask(history, 7, last(pages).next(), style, TODAY));
        }

        assertThat(ids(pages)).isEqualTo(newestFirst(26));
    }

    @Test
    void arePlainByDefault() {
        AuditHistory history = history(26);
        Page awkward = walker.first(history, 25, PageStyle.plain(), TODAY);

        assertThat(awkward).isEqualTo(walker.askPlainly(history, 25, Optional.empty()));
        assertThat(awkward.next().orElseThrow()).hasSize(56);
    }

    @Test
    void areShortButNeverEmpty() {
        for (int size : SIZES) {
            assertThat(walker.walk(history(51), size, PageStyle.parse("short-pages"), TODAY))
                    .allSatisfy(page -> assertThat(page.ids()).hasSizeBetween(1, Math.max(1, size - 1)));
        }
    }

    @Test
    void areShortInTheSameWayForARetry() {
        AuditHistory history = history(51);
        PageStyle style = PageStyle.parse("short-pages");
        Optional<String> token = walker.first(history, 7, style, TODAY).next();

        assertThat(walker.ask(history, 7, token, style, TODAY).ids())
                .isEqualTo(walker.ask(history, 7, token, style, TODAY).ids());
    }

    @Test
    void areEmptyAtEveryOtherPlaceFromTheFirstOn() {
        assertThat(walker.walk(history(26), 25, PageStyle.parse("empty-pages"), TODAY))
                .extracting(page -> page.ids().size())
                .containsExactly(0, 25, 0, 1);
        assertThat(walker.walk(history(0), 25, PageStyle.parse("empty-pages"), TODAY))
                .extracting(page -> page.ids().size())
                .containsExactly(0, 0);
    }

    @Test
    void endWithAnEmptyPageAfterAFullOne() {
        PageStyle style = PageStyle.parse("empty-last-page");

        assertThat(sizes(50, 25, style)).containsExactly(25, 25, 0);
        assertThat(sizes(51, 25, style)).containsExactly(25, 25, 1);
        assertThat(sizes(1, 1, style)).containsExactly(1, 0);
        assertThat(sizes(0, 25, style)).containsExactly(0);
    }

    @Test
    void haveANullTokenOnTheLastOnly() {
        List<Page> pages = walker.walk(history(26), 25, PageStyle.parse("null-token"), TODAY);

        assertThat(pages.get(0).json().path("nextToken").isTextual()).isTrue();
        assertThat(pages.get(1).json().path("nextToken").isNull()).isTrue();
        assertThat(last(walker.walk(history(26), 25, PageStyle.parse("short-pages"), TODAY))
                        .json()
                        .has("nextToken"))
                .isFalse();
    }

    @Test
    void haveTokensAsLongAsTheyMayBe() {
        assertThat(walker.first(history(26), 25, PageStyle.parse("long-tokens"), TODAY)
                        .next()
                        .orElseThrow())
                .hasSize(9_000)
                .matches("[A-Za-z0-9_-]+");
    }

    private List<Integer> sizes(int events, int size, PageStyle style) {
        return walker.walk(history(events), size, style, TODAY).stream()
                .map(page -> page.ids().size())
                .toList();
    }
}
