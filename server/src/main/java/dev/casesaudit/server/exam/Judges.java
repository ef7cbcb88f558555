package dev.casesaudit.server.exam;

import dev.casesaudit.server.journal.Walk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The criteria of exams. */
final class Judges {

    // SDKs in standard mode make 3 attempts; more are fine up to this limit.
    private static final int MOST_ATTEMPTS = 10;

    // SDKs wait a random part of a second when throttled, then of two; a client that does not wait retries within a few
    // milliseconds.
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);

    private Judges() {}

    static Judge succeeds() {
        return evidence -> when(
                !evidence.servedPage(),
                String.format(
                        Locale.ROOT,
                        "got no page: gave up after %d attempt%s",
                        evidence.attempts().size(),
                        evidence.attempts().size() == 1 ? "" : "s"));
    }

    static Judge backsOff() {
        return evidence -> {
            Optional<Duration> hasty = evidence.averageGap().filter(gap -> gap.compareTo(SHORTEST_WAIT) < 0);
            return when(
                    hasty.isPresent(),
                    String.format(
                            Locale.ROOT,
                            "retried %d ms after each response, without backing off",
                            hasty.map(Duration::toMillis).orElse(0L)));
        };
    }

    static Judge givesUp() {
        return evidence -> when(
                evidence.attempts().size() > MOST_ATTEMPTS,
                String.format(
                        Locale.ROOT,
                        "made %d attempts, expected at most %d",
                        evidence.attempts().size(),
                        MOST_ATTEMPTS));
    }

    static Judge triesOnce() {
        return evidence -> when(
                evidence.attempts().size() > 1,
                String.format(
                        Locale.ROOT,
                        "made %d attempts for an error that is not retryable",
                        evidence.attempts().size()));
    }

    /** Expects all of these events, in one walk without a fault. */
    static Judge walksAll(int events) {
        return evidence -> {
            List<String> reasons = new ArrayList<>();
            if (evidence.walks().stream().noneMatch(walk -> walk.isComplete() && walk.events() == events)) {
                reasons.add(String.format(
                        Locale.ROOT,
                        "read %d of %d events",
                        evidence.walks().stream().mapToInt(Walk::events).max().orElse(0),
                        events));
            }
            evidence.walks().stream()
                    .flatMap(walk -> walk.findings().stream())
                    .distinct()
                    .forEach(reasons::add);
            return reasons;
        };
    }

    /** Expects the walk to stop where a page returns the token of its own request. */
    static Judge stopsAtRepeatedToken() {
        return evidence -> when(
                evidence.calls().size() > 3,
                String.format(
                        Locale.ROOT,
                        "sent %d requests where each page returns the token of its own request, expected 2",
                        evidence.calls().size()));
    }

    static Judge sendsNoEmptyToken() {
        return evidence -> when(
                evidence.attempts().stream()
                        .anyMatch(attempt -> attempt.requestToken().equals(Optional.of(""))),
                "sent an empty token in a request");
    }

    private static List<String> when(boolean wrong, String reason) {
        return wrong ? List.of(reason) : List.of();
    }
}
