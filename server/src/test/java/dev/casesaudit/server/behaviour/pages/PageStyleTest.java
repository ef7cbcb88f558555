package dev.casesaudit.server.behaviour.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casesaudit.server.behaviour.name.UnknownNameException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageStyleTest {

    private static final String NAMES = "short-pages, empty-pages, empty-last-page, null-token, long-tokens,"
            + " tokens-expire(5s), tokens-once, illegal-repeated-token, illegal-empty-token, illegal-endless";

    static List<String> names() {
        return PageStyle.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsEachNameItLists(String name) {
        PageStyle style = PageStyle.parse(name);

        assertThat(style.text()).isEqualTo(name);
        assertThat(style.isPlain()).isFalse();
        assertThat(style.isLegal()).isEqualTo(!name.startsWith("illegal"));
        assertThat(PageStyle.parse(List.of(name))).isEqualTo(style);
    }

    @Test
    void readsSeveralAndWritesThemInOneOrder() {
        PageStyle style = PageStyle.parse(" tokens-expire(90s),null-token ,short-pages");

        assertThat(style.awkward())
                .isEqualTo(Set.of(Awkwardness.TOKENS_EXPIRE, Awkwardness.NULL_TOKEN, Awkwardness.SHORT_PAGES));
        assertThat(style.text()).isEqualTo("short-pages, null-token, tokens-expire(90s)");
        assertThat(PageStyle.parse(style.text())).isEqualTo(style);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void isPlainByDefault(String line) {
        assertThat(PageStyle.parse(line)).isEqualTo(PageStyle.plain());
        assertThat(PageStyle.plain().text()).isEmpty();
        assertThat(PageStyle.plain().isLegal()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1ms,PT0.001S,1ms",
        "1500ms,PT1.5S,1500ms",
        "60s,PT1M,1m",
        "90m,PT1H30M,90m",
        "120m,PT2H,2h",
        "24h,PT24H,24h",
        "0005s,PT5S,5s"
    })
    void readsTimesInFourUnits(String written, Duration time, String canonical) {
        PageStyle style = PageStyle.parse("tokens-expire(%s)".formatted(written));

        assertThat(style.lifetime().map(TokenLifetime::time)).contains(time);
        assertThat(style.text()).isEqualTo("tokens-expire(%s)".formatted(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tokens-expire",
                "tokens-expire()",
                "tokens-expire(5)",
                "tokens-expire(0s)",
                "tokens-expire(25h)",
                "tokens-expire(-5s)",
                "tokens-expire(5 s)",
                "tokens-expire(5s",
                "tokens-expire(999999999h)",
                "tokens-expire(٥s)"
            })
    void refusesInvalidTimes(String name) {
        assertThat(refusal(name))
                .hasMessage(
                        "expected tokens-expire with a time from 1ms to 24h, such as tokens-expire(5s), got '%s'",
                        name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "Short-pages", "SHORT-PAGES", "short-pages(5s)", "illegal", "plain"})
    void refusesAnUnknownNameAndListsTheValidOnes(String name) {
        UnknownNameException refusal = refusal("null-token, " + name);

        assertThat(refusal.expected()).isEqualTo("one of " + NAMES);
        assertThat(refusal.got()).isEqualTo("'%s'".formatted(name));
        assertThat(refusal.index()).hasValue(1);
        assertThat(refusal).hasMessage("expected %s, got %s", refusal.expected(), refusal.got());
    }

    @Test
    void refusesAGapBetweenNames() {
        UnknownNameException refusal = refusal("short-pages,,null-token");

        assertThat(refusal.got()).isEqualTo("''");
        assertThat(refusal.index()).hasValue(1);
    }

    @Test
    void shortensWhatItQuotes() {
        assertThat(refusal("x".repeat(10_000)).got()).isEqualTo("'%s…' of 10000 characters", "x".repeat(60));
    }

    @Test
    void refusesARepeatedName() {
        assertThat(refusal("null-token, null-token")).hasMessage("expected each name once, got 'null-token' again");
        assertThat(refusal("tokens-expire(5s), tokens-expire(6s)"))
                .hasMessage("expected one time in which tokens expire, got 5s and 6s");
    }

    @ParameterizedTest
    @CsvSource({
        "null-token, illegal-empty-token",
        "null-token, illegal-endless",
        "null-token, illegal-repeated-token",
        "illegal-repeated-token, illegal-empty-token",
        "illegal-repeated-token, illegal-endless",
        "illegal-empty-token, illegal-endless",
        "empty-last-page, illegal-endless",
        "empty-last-page, illegal-repeated-token",
        "tokens-once, illegal-repeated-token"
    })
    void refusesContradictions(String one, String other) {
        UnknownNameException refusal = refusal("%s, long-tokens, %s".formatted(other, one));

        assertThat(refusal.expected()).startsWith("at most one of ").contains(one, other);
        assertThat(refusal.got()).isEqualTo("%s and %s", one, other);
        assertThat(refusal.index()).isEmpty();
    }

    @Test
    void cannotBeMadeOfContradictions() {
        assertThat(catchThrowableOfType(
                        UnknownNameException.class,
                        () -> new PageStyle(
                                Set.of(Awkwardness.NULL_TOKEN, Awkwardness.ILLEGAL_ENDLESS), Optional.empty())))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> new PageStyle(Set.of(Awkwardness.TOKENS_EXPIRE), Optional.empty())))
                .hasMessage("expected a lifetime exactly where tokens expire");
    }

    private static UnknownNameException refusal(String line) {
        UnknownNameException refusal = catchThrowableOfType(UnknownNameException.class, () -> PageStyle.parse(line));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
