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
 * One SDK call: the attempts with one invocation id. An attempt without an id is a call of its own.
 *
 * @param attempts at least one, in the order of arrival
 */
public record Call(Optional<String> id, List<Attempt> attempts) {

    // A retry may get another response to these. Every other status below 500 is not retryable.
    private static final Set<Integer> RETRYABLE = Set.of(408, 425, 429);

    // The resolution of the clocks of clients.
    private static final Duration TICK = Duration.ofMillis(10);

    public Call {
        attempts = List.copyOf(attempts);
    }

    /** Groups attempts into calls, in the order of their first attempts. */
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

    /** Returns the case; empty, if the path names none. */
    public Optional<CaseKey> key() {
        return first().key();
    }

    public Attempt first() {
        return attempts.get(0);
    }

    public Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    /** Returns the token of the request. An attempt that was refused before its body was read has none. */
    Optional<String> requestToken() {
        return attempts.stream()
                .map(Attempt::requestToken)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether its last attempt received a page. */
    public boolean succeeded() {
        return last().servedPage();
    }

    /** Returns every attempt but the first. */
    public List<Retry> retries() {
        List<Retry> retries = new ArrayList<>();
        for (int i = 1; i < attempts.size(); i++) {
            retries.add(new Retry(attempts.get(i - 1), attempts.get(i)));
        }
        return retries;
    }

    /**
     * Whether the client honoured Retry-After each time, in at least one form; empty, if there was none or no retry.
     */
    public Optional<Boolean> honouredRetryAfter() {
        List<Retry> asked = retries().stream()
                .filter(retry -> retry.askedToWait().isPresent())
                .toList();
        return asked.isEmpty() ? Optional.empty() : Optional.of(asked.stream().allMatch(Retry::waitedAsAsked));
    }

    /** Whether the client retried an error that is not retryable. */
    public boolean retriedNonRetryable() {
        return retries().stream().anyMatch(Retry::wasInVain);
    }

    /** Returns the problems of the call. */
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

    /** An attempt after another of the same call. */
    public record Retry(Attempt before, Attempt attempt) {

        /** Returns the time from the end of the previous attempt. */
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
