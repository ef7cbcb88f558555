package dev.casesaudit.benchmark.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A request, mostly for a page.
 *
 * @param body in which wrk replaces {@link #NUMBER} by another number each time
 */
public record Request(String method, String path, String body) {

    public static final String NUMBER = "NUMBER";

    public Request(String path, String body) {
        this("POST", path, body);
    }

    /** The first page of a case. */
    public static Request firstPage(String domainId, String caseId) {
        return new Request("/domains/%s/cases/%s/audit-history".formatted(domainId, caseId), "{}");
    }

    /** The page that a token leads to. */
    public Request following(String nextToken) {
        return new Request(path, "{\"nextToken\":\"%s\"}".formatted(nextToken));
    }

    /** A page of another size. */
    public Request ofSize(int maxResults) {
        return new Request(path, String.format(Locale.ROOT, "{\"maxResults\":%d}", maxResults));
    }

    /** Returns the bytes of the request, for a connection that is used once. */
    byte[] encode() {
        return String.format(Locale.ROOT, """
                %s %s HTTP/1.1\r
                host: localhost\r
                content-type: application/json\r
                content-length: %d\r
                connection: close\r
                \r
                %s""", method, path, body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
