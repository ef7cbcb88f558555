package dev.casesaudit.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JournalTest {

    @Test
    void keepsTheLastThatItHasRoomFor() {
        Journal journal = new Journal(2);
        IntStream.range(0, 5).forEach(i -> add(journal));

        assertThat(journal.find(attempt -> true)).extracting(Attempt::number).containsExactly(4L, 5L);
        assertThat(journal.size()).isEqualTo(2);
    }

    @Test
    void keepsNothingWithoutRoomButTellsWhoWatches() {
        Journal journal = new Journal(0);
        List<Attempt> seen = new ArrayList<>();
        journal.watch("d", seen::add);
        journal.watch("other", attempt -> {
            throw new AssertionError("of another domain");
        });

        Attempt attempt = add(journal);
        journal.unwatch("d");
        add(journal);

        assertThat(seen).containsExactly(attempt);
        assertThat(journal.size()).isZero();
    }

    @Test
    void forgetsWhatItIsTold() {
        Journal journal = new Journal(3);
        Attempt first = add(journal);
        Attempt second = add(journal);

        journal.forget(first::equals);

        assertThat(journal.find(attempt -> true)).containsExactly(second);
    }

    private static Attempt add(Journal journal) {
        Attempt attempt = journal.begin("POST", "/", List.of(), null);
        attempt.names(Attempts.CASE);
        journal.add(attempt);
        return attempt;
    }
}
