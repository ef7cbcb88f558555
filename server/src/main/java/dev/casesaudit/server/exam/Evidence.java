package dev.casesaudit.server.exam;

import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Call;
import dev.casesaudit.server.journal.Walk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a client sent for one task. */
record Evidence(List<Attempt> attempts, List<Call> calls, List<Walk> walks, List<SeededCase.WithHistory> histories) {

    /** @param histories the cases of the task's domain, as they are now */
    static Evidence of(List<Attempt> attempts, List<SeededCase.WithHistory> histories) {
        List<Call> calls = Call.of(attempts);
        return new Evidence(attempts, calls, Walk.of(calls), List.copyOf(histories));
    }

    boolean servedPage() {
        return calls.stream().anyMatch(Call::succeeded);
    }

    /** Returns the average gap between the attempts of a call; empty without a retry. */
    Optional<Duration> averageGap() {
        return attempts.size() < 2
                ? Optional.empty()
                : Optional.of(IntStream.range(1, attempts.size())
                        .mapToObj(i -> attempts.get(i).since(attempts.get(i - 1)))
                        .reduce(Duration.ZERO, Duration::plus)
                        .dividedBy(attempts.size() - 1));
    }
}
