package dev.casesaudit.server.page;

import static dev.casesaudit.server.page.Walker.history;
import static dev.casesaudit.server.page.Walker.last;
import static dev.casesaudit.server.page.Walker.newestFirst;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.page.Walker.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IllegalPagesTest {

    private static final Tomorrow TODAY = Tomorrow.none();

    private final Walker walker = new Walker();

    @ParameterizedTest
    @ValueSource(strings = {"illegal-repeated-token", "illegal-repeated-token, long-tokens"})
    void repeatTheTokenOfTheirRequestFromTheSecondOn(String line) {
        PageStyle style = PageStyle.parse(line);
        AuditHistory history = history(26);
        Page first = walker.first(history, 25, style, TODAY);
        List<Page> later = pagesAfter(first, history, style, 5);

        assertThat(first.ids()).hasSize(25);
        assertThat(later).allSatisfy(page -> {
            assertThat(page.ids()).containsExactly("0");
            assertThat(page.next()).isPresent().isEqualTo(first.next());
        });
    }

    @Test
    void repeatNoTokenOnAnOnlyPage() {
        assertThat(walker.first(history(25), 25, PageStyle.parse("illegal-repeated-token"), TODAY)
                        .next())
                .isEmpty();
    }

    @Test
    void haveAnEmptyTokenOnTheLastOne() {
        PageStyle style = PageStyle.parse("illegal-empty-token");
        List<Page> pages = walker.walk(history(26), 25, style, TODAY);

        assertThat(pages.get(0).next()).isPresent();
        assertThat(pages.get(1).json().path("nextToken").asText("none")).isEmpty();
        assertThatThrownBy(() -> walker.ask(history(26), 25, Optional.of(""), style, TODAY))
                .isInstanceOf(ServiceException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 26})
    void goOnForEverWithNewTokens(int events) {
        PageStyle style = PageStyle.parse("illegal-endless");
        AuditHistory history = history(events);
        List<Page> pages = new ArrayList<>(List.of(walker.first(history, 7, style, TODAY)));
        pages.addAll(pagesAfter(pages.get(0), history, style, 50));
        Set<String> tokens = new HashSet<>();

        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(tokens.add(page.next().orElseThrow())).isTrue());
        assertThat(Walker.ids(pages)).isEqualTo(newestFirst(events));
        assertThat(last(pages).ids()).isEmpty();
    }

    private List<Page> pagesAfter(Page first, AuditHistory history, PageStyle style, int count) {
        List<Page> pages = new ArrayList<>();
        Page page = first;
        for (int i = 0; i < count; i++) {
            page = walker.ask(history, 25, page.next(), style, TODAY);
            pages.add(page);
        }
        return pages;
    }
}
