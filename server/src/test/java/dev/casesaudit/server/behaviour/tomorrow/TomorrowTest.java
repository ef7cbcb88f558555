package dev.casesaudit.server.behaviour.tomorrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casesaudit.server.behaviour.name.UnknownNameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TomorrowTest {

    private static final Tomorrow NULLS = Tomorrow.parse("null-items");

    static List<String> names() {
        return Tomorrow.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsEachNameItLists(String name) {
        Tomorrow tomorrow = Tomorrow.parse(name);

        assertThat(tomorrow.novelties()).hasSize(1);
        assertThat(tomorrow.text()).isEqualTo(name);
        assertThat(Tomorrow.parse(List.of(name))).isEqualTo(tomorrow);
    }

    @Test
    void readsSeveralAndWritesThemInOneOrder() {
        Tomorrow tomorrow = Tomorrow.parse(" null-items,event-type");

        assertThat(tomorrow.novelties()).isEqualTo(EnumSet.of(Novelty.EVENT_TYPE, Novelty.NULL_ITEMS));
        assertThat(tomorrow.text()).isEqualTo("event-type, null-items");
        assertThat(Tomorrow.parse(tomorrow.text())).isEqualTo(tomorrow);
    }

    @Test
    void readsAndWritesAllAsOneName() {
        assertThat(Tomorrow.parse("all")).isEqualTo(Tomorrow.all());
        assertThat(Tomorrow.parse(Tomorrow.names())).isEqualTo(Tomorrow.all());
        assertThat(Tomorrow.parse("all, event-type")).isEqualTo(Tomorrow.all());
        assertThat(Tomorrow.all().text()).isEqualTo("all");
        assertThat(Tomorrow.all().novelties()).hasSize(Novelty.values().length);
    }

    @Test
    void isNoneByDefault() {
        assertThat(Tomorrow.parse(" ")).isEqualTo(Tomorrow.none());
        assertThat(Tomorrow.none().isNone()).isTrue();
        assertThat(Tomorrow.none().text()).isEmpty();
        assertThat(Tomorrow.none().outputMembers()).isEmpty();
    }

    @Test
    void refusesAnUnknownNameAndListsTheValidOnes() {
        UnknownNameException refusal =
                catchThrowableOfType(UnknownNameException.class, () -> Tomorrow.parse("event-type, ALL"));

        assertThat(refusal)
                .hasMessage("expected one of all, event-type, related-item-type, field-arm, user-arm, union-type,"
                        + " null-items, extra-members, got 'ALL'");
        assertThat(refusal.index()).hasValue(1);
    }

    @Test
    void refusesARepeatedName() {
        assertThat(catchThrowableOfType(UnknownNameException.class, () -> Tomorrow.parse("all, all")))
                .hasMessage("expected each name once, got 'all' again");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "3,1", "4,2", "25,23"})
    void makesRoomForNullItemsBesideAtLeastOneEvent(int items, int events) {
        assertThat(NULLS.mostEvents(items)).isEqualTo(events);
        assertThat(Tomorrow.none().mostEvents(items)).isEqualTo(items);
        assertThat(NULLS.items(events(events), items)).hasNumberOfRows(items);
    }

    @ParameterizedTest
    @CsvSource({"1,1,e", "1,2,null e", "1,3,null e null", "2,4,null e e null", "1,25,null e null", "0,25,''"})
    void putsNullItemsAroundTheEvents(int events, int items, String expected) {
        assertThat(Arrays.stream(NULLS.items(events(events), items))
                        .map(item -> new String(item, StandardCharsets.UTF_8).replaceFirst("\\{.*}", "e"))
                        .toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1)));
    }

    private static byte[][] events(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> String.format(Locale.ROOT, "{\"eventId\":\"%d\",\"fields\":[]}", number)
                        .getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }
}
