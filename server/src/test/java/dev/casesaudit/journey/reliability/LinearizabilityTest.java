package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.reliability.Linearizability.Recorded;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinearizabilityTest {

    @Test
    void explainsAReadByAWriteThatOverlapsIt() {
        assertThat(violation(List.of(write(1, 0, 10), read(0, 1, 2), read(1, 3, 4), read(1, 11, 12))))
                .isEmpty();
    }

    @Test
    void findsAReadOfWhatWasNotThereYetOrAnyMore() {
        assertThat(violation(List.of(read(1, 0, 1), write(1, 2, 3)))).contains("read 1");
        assertThat(violation(List.of(write(1, 0, 1), read(0, 2, 3)))).contains("read 0");
    }

    @Test
    void findsReadsThatGoBackInTime() {
        assertThat(violation(List.of(write(1, 0, 10), read(1, 1, 2), read(0, 3, 4))))
                .contains("read 0");
    }

    @Test
    void findsAWriteThatWasLost() {
        assertThat(violation(List.of(write(1, 0, 5), write(2, 1, 6), read(1, 7, 8))))
                .isEmpty();
        assertThat(violation(List.of(write(1, 0, 5), write(2, 6, 7), read(1, 8, 9))))
                .contains("read 1");
    }

    private static Optional<String> violation(List<Recorded<Integer>> operations) {
        return Linearizability.violation(0, operations).map(Recorded::name);
    }

    private static Recorded<Integer> write(int value, long from, long to) {
        return new Recorded<>("write " + value, from, to, state -> Optional.of(value));
    }

    private static Recorded<Integer> read(int value, long from, long to) {
        return new Recorded<>(
                "read " + value, from, to, state -> Optional.of(state).filter(known -> known == value));
    }
}
