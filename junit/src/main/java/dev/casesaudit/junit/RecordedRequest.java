package dev.casesaudit.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request, as the journal keeps it. Signatures and credentials are masked. A page token is a fingerprint, the same for
 * the same token.
 *
 * @param number of the request since the start of the mock
 * @param headers names in lower case
 * @param body its first 8,192 bytes
 * @param bodyBytes its length
 * @param fault the behaviour that changed the response
 * @param response empty until it ends
 */
public record RecordedRequest(
        long number,
        Instant at,
        String method,
        String path,
        Optional<String> caseId,
        Optional<String> invocationId,
        Map<String, List<String>> headers,
        String body,
        int bodyBytes,
        Optional<String> fault,
        Optional<Response> response) {

    /**
     * What the request was answered.
     *
     * @param status 0 if the connection closed before the response
     * @param error the name of the error
     * @param events how many the page has
     * @param nextToken the fingerprint of the token in the page
     * @param retryAfter how long the client was asked to wait
     * @param complete whether the whole response was sent
     */
    public record Response(
            int status,
            Optional<String> error,
            int events,
            Optional<String> nextToken,
            Optional<RetryAfter> retryAfter,
            Duration duration,
            boolean complete) {

        static Response of(JsonObject answer) {
            return new Response(
                    answer.count("status"),
                    answer.text("error"),
                    answer.count("events"),
                    answer.text("nextToken"),
                    RetryAfter.of(answer),
                    answer.milliseconds("milliseconds").orElse(Duration.ZERO),
                    answer.isTrue("complete"));
        }
    }

    static RecordedRequest of(JsonObject record) {
        JsonObject sent = record.object("headers").orElseThrow();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        sent.members().keySet().forEach(name -> headers.put(name.toString(), sent.texts(name.toString())));
        return new RecordedRequest(
                record.count("number"),
                record.time("at").orElse(Instant.EPOCH),
                record.requiredText("method"),
                record.requiredText("path"),
                record.text("caseId"),
                record.text("invocationId"),
                headers,
                record.requiredText("body"),
                record.count("bodyBytes"),
                record.text("fault"),
                record.object("answer").map(Response::of));
    }
}
