package dev.casesaudit.benchmark.load;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A walk through all pages of a history.
 *
 * @param last the request for the last page
 * @param eventBytes the size of all encoded events
 */
public record HistoryWalk(Request last, long eventBytes) {

    private static final int FULL_PAGE = 25;
    private static final String START = "{\"auditEvents\":[";
    private static final String END = "]}";
    private static final int TOKEN_MEMBER = ",\"nextToken\":\"\"".length();

    /** Walks to the end of a history with this number of events. */
    public static HistoryWalk through(ServerProcess server, Request first, int events)
            throws IOException, InterruptedException {
        Request request = first;
        long bytes = 0;
        int left = events;
        while (true) {
            Answer answer = Answer.of(server, request);
            Optional<String> token = answer.nextToken();
            int size = Math.min(left, FULL_PAGE);
            int commas = Math.max(0, size - 1);
            bytes += answer.body().length() - START.length() - END.length() - commas;
            left -= size;
            if (token.isEmpty()) {
                break;
            }
            bytes -= TOKEN_MEMBER + token.orElseThrow().length();
            request = first.following(token.orElseThrow());
        }
        if (left != 0) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "expected %d events, got %d less", events, left));
        }
        return new HistoryWalk(request, bytes);
    }
}
