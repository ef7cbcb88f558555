package dev.casesaudit.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JournalTest {

    @Test
    void keepsTheLastThatItHasRoomFor() {
        Journal journal = new Journal(2, Long.MAX_VALUE);
        IntStream.range(0, 5).forEach(i -> add(journal));

        assertThat(journal.find(attempt -> true)).extracting(Attempt::number).containsExactly(4L, 5L);
        assertThat(journal.size()).isEqualTo(2);
    }

    @Test
    void keepsFewerOfThoseThatTakeUpMuch() {
        Journal journal = new Journal(100, 100_000);
        List<Attempt> seen = new ArrayList<>();
        journal.watch("d", seen::add);
        for (int i = 0; i < 100; i++) {
            Attempt attempt = journal.begin(
                    "POST",
                    "/",
                    Map.of("a", "x".repeat(4_000), "Content-Length", "5000").entrySet(),
                    null);
            attempt.setCase(Attempts.CASE);
            journal.add(attempt);
            attempt.setBody(new byte[5_000], 5_000);
        }

        assertThat(journal.size()).isBetween(5, 8);
        journal.forget(attempt -> true);
        add(journal);
        assertThat(journal.size()).isEqualTo(1);
        // A watcher keeps what it needs.
        assertThat(seen)
                .hasSize(101)
                .allSatisfy(attempt -> assertThat(attempt.key()).contains(Attempts.CASE));
        assertThat(seen.get(0).headers()).isEmpty();
    }

    @Test
    void keepsNothingWithoutRoomButNotifiesWatchers() {
        Journal journal = new Journal(0, Long.MAX_VALUE);
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
    void forgetsSelectedRequests() {
        Journal journal = new Journal(3, Long.MAX_VALUE);
        Attempt first = add(journal);
        Attempt second = add(journal);

        journal.forget(first::equals);

        assertThat(journal.find(attempt -> true)).containsExactly(second);
    }

    private static Attempt add(Journal journal) {
        Attempt attempt = journal.begin("POST", "/", List.of(), null);
        attempt.setCase(Attempts.CASE);
        journal.add(attempt);
        return attempt;
    }
}
