package dev.casesaudit.server.page;

import static dev.casesaudit.server.page.Walker.history;
import static dev.casesaudit.server.page.Walker.ids;
import static dev.casesaudit.server.page.Walker.last;
import static dev.casesaudit.server.page.Walker.newestFirst;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.behaviour.pages.Awkwardness;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import dev.casesaudit.server.page.Walker.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A style that comes or goes while somebody walks. */
class StyleChangeTest {

    private static final Tomorrow TODAY = Tomorrow.none();
    private static final int LONGEST_WALK = 20;

    private final Walker walker = new Walker();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short-pages",
                "empty-pages",
                "empty-last-page",
                "null-token",
                "long-tokens",
                "tokens-expire(5s)",
                "tokens-once",
                "illegal-empty-token",
                "illegal-endless",
                "short-pages, empty-pages, empty-last-page, long-tokens, tokens-once"
            })
    void continuesTheWalkAtTheRightPlace(String line) {
        PageStyle style = PageStyle.parse(line);
        for (int events : List.of(14, 20, 21, 22)) {
            for (int change = 1; change < LONGEST_WALK; change++) {
                assertThat(ids(walk(history(events), change, style, PageStyle.plain())))
                        .as("'%s' gone after %d pages", line, change)
                        .isEqualTo(newestFirst(events));
                if (!style.has(Awkwardness.ILLEGAL_ENDLESS)) {
                    assertThat(ids(walk(history(events), change, PageStyle.plain(), style)))
                            .as("'%s' there after %d pages", line, change)
                            .isEqualTo(newestFirst(events));
                }
            }
        }
    }

    private List<Page> walk(AuditHistory history, int change, PageStyle before, PageStyle after) {
        List<Page> pages = new ArrayList<>(List.of(ask(history, Optional.empty(), before)));
        while (last(pages).next().isPresent()) {
            Walker.requireAnEnd(pages);
            pages.add(ask(history, last(pages).next(), pages.size() < change ? before : after));
        }
        return pages;
    }

    private Page ask(AuditHistory history, Optional<String> token, PageStyle style) {
        return style.isPlain() ? walker.askPlainly(history, 7, token) : walker.ask(history, 7, token, style, TODAY);
    }
}
