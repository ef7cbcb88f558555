package dev.casesaudit.conformance.http;

import java.util.Locale;

/**
 * One request and what came back.
 *
 * @param number counts the exchanges of a run, from 1
 */
public record Exchange(int number, Request request, Reply reply) {

    /** Returns the response. Only the evidence of a {@link ProbeFailure} has none. */
    public Reply.Answer answer() {
        if (reply instanceof Reply.Answer answer) {
            return answer;
        }
        throw new IllegalStateException(String.format(Locale.ROOT, "exchange %d has no answer", number));
    }
}
