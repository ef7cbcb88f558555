package dev.casesaudit.server.journal;

import dev.casesaudit.server.audit.CaseKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One SDK call: the attempts that say the same invocation id. An attempt that says none is a call of its own.
 *
 * @param attempts in the order in which they arrived; one at least
 */
public record Call(Optional<String> id, List<Attempt> attempts) {

    // What may be another answer the next time. Everything else below 500 will be the same.
    private static final Set<Integer> RETRYABLE = Set.of(408, 425, 429);

    // Clients wait by clocks that tick.
    private static final Duration TICK = Duration.ofMillis(10);

    public Call {
        attempts = List.copyOf(attempts);
    }

    /** Puts attempts together, in the order of each call's first. */
    public static List<Call> of(List<Attempt> attempts) {
        Map<Object, List<Attempt>> byCall = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            Object id = attempt.invocationId().<Object>map(text -> text).orElse(attempt);
            byCall.computeIfAbsent(id, first -> new ArrayList<>()).add(attempt);
        }
        return byCall.values().stream()
                .map(group -> new Call(group.get(0).invocationId(), group))
                .toList();
    }

    /** The case it is about; nothing, where the path names none. */
    public Optional<CaseKey> key() {
        return first().key();
    }

    public Attempt first() {
        return attempts.get(0);
    }

    public Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    /** The token that it came with. An attempt that was refused before its body was read does not tell. */
    Optional<String> askedWith() {
        return attempts.stream()
                .map(Attempt::askedWith)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether its last attempt got a page. */
    public boolean succeeded() {
        return last().gotAPage();
    }

    /** Its retries: every attempt but the first. */
    public List<Retry> retries() {
        List<Retry> retries = new ArrayList<>();
        for (int i = 1; i < attempts.size(); i++) {
            retries.add(new Retry(attempts.get(i - 1), attempts.get(i)));
        }
        return retries;
    }

    /**
     * Whether the client waited as long as it was asked to, each time, in a form that it may know; nothing, where it was not asked
     * or did not retry.
     */
    public Optional<Boolean> honouredRetryAfter() {
        List<Retry> asked = retries().stream()
                .filter(retry -> retry.askedToWait().isPresent())
                .toList();
        return asked.isEmpty() ? Optional.empty() : Optional.of(asked.stream().allMatch(Retry::waitedAsAsked));
    }

    /** Whether an error was tried again that will be the same each time. */
    public boolean retriedNonRetryable() {
        return retries().stream().anyMatch(Retry::wasInVain);
    }

    /** What is wrong with it, in words. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        for (Retry retry : retries()) {
            if (retry.wasInVain()) {
                findings.add(
                        String.format(Locale.ROOT, "tried %s again, which will be the same each time", retry.error()));
            }
            if (retry.askedToWait().isPresent() && !retry.waitedAsAsked()) {
                findings.add(String.format(
                        Locale.ROOT,
                        "was asked to wait %s, and came back after %d ms",
                        text(retry.askedToWait().get()),
                        retry.gap().toMillis()));
            }
        }
        return findings;
    }

    private static String text(Duration wait) {
        long millis = wait.toMillis();
        return millis % 1000 == 0
                ? String.format(Locale.ROOT, "%d s", millis / 1000)
                : String.format(Locale.ROOT, "%d ms", millis);
    }

    /** An attempt that came after another of the same call. */
    public record Retry(Attempt before, Attempt attempt) {

        /** From the end of the attempt before. */
        public Duration gap() {
            return attempt.since(before);
        }

        boolean wasInVain() {
            int status = before.end().map(Attempt.End::status).orElse(0);
            return status >= 400
                    && status < 500
                    && !RETRYABLE.contains(status)
                    && askedToWait().isEmpty();
        }

        String error() {
            return before.end().flatMap(Attempt.End::error).orElse("an error");
        }

        Optional<Duration> askedToWait() {
            return before.end().flatMap(end -> before.endedAt().flatMap(end.retryAdvice()::shortestWait));
        }

        boolean waitedAsAsked() {
            return askedToWait()
                    .map(asked -> gap().plus(TICK).compareTo(asked) >= 0)
                    .orElse(true);
        }
    }
}
